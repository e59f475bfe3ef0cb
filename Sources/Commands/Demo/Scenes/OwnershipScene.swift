internal import Syntax

/// The CRM team offers to write what the ERP keeps.
///
/// - SeeAlso: DOMAIN, section 10, scenario 6.
enum OwnershipScene: Scene {
    static let title = "Ownership: the CRM team wants to set the status of invoices (scenario 6)"

    static func play(on stage: Stage) throws {
        stage.say(
            "\(stage.name("p-sam")) (sales-ops) submits crm.invoice-status 1.0.0, an API that writes Invoice.status."
        )
        let body = try ProposalMessage.body(
            version: "1.0.0",
            content: Array(contract.utf8),
            file: "1.0.0.yaml",
            manifest: manifest
        )
        let answer = try stage.registry(as: "p-sam").post("/v1/subjects/crm.invoice-status/submissions", body)
        stage.show(SubmissionReport.lines(answer, subject: "crm.invoice-status"))
        let reasons =
            answer["decision"]?["policies"]?.elements.flatMap { $0["reasons"]?.elements.map { $0 } ?? [] } ?? []
        let denial = reasons.first { $0["code"]?.string == "NOT_SYSTEM_OF_RECORD" }
        stage.expect("the verdict", answer["state"]?.string ?? "", is: "denied")
        stage.expect("who masters Invoice.status", denial?["owner"]?.string ?? "", is: "finance-systems")
    }

    private static let manifest: JSON = [
        "subject": "crm.invoice-status", "format": "openapi", "kind": "api", "owner": "sales-ops", "system": "crm",
        "summary": "Sets the status of an invoice", "writes": [["entity": "Invoice", "fields": ["status"]]],
    ]

    private static let contract = """
        openapi: 3.1.0
        info: {title: Invoice status for CRM, version: 1.0.0}
        paths:
          /invoices/{invoiceId}/status:
            patch:
              operationId: setInvoiceStatus
              parameters:
                - {name: invoiceId, in: path, required: true, schema: {type: string}}
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, required: [status], properties: {status: {type: string}}}
              responses:
                '204': {description: The status is set.}
        """
}
