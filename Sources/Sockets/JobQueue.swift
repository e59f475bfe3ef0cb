/// The jobs that wait for a loop's thread, and whether that thread sleeps.
struct JobQueue {
    private var jobs: [UnownedJob] = []
    private var isAsleep = false

    /// - Returns: True where the thread sleeps and has to be woken.
    mutating func push(_ job: UnownedJob) -> Bool {
        jobs.append(job)
        return fallAwake()
    }

    /// Exchanges the waiting jobs for an empty list that has room already; the thread sleeps where there are none.
    mutating func takeAll(into batch: inout [UnownedJob]) {
        swap(&jobs, &batch)
        isAsleep = batch.isEmpty
    }

    /// - Returns: True where the thread slept until now.
    mutating func fallAwake() -> Bool {
        let slept = isAsleep
        isAsleep = false
        return slept
    }
}
