package import Diagnostics
package import DocumentModel
package import FormParsing
internal import NationalForm
internal import ReportRecords
package import TextScanning

/// Reads title, agency, dates, contacts and sections.
package enum OutlineReader {
  /// - Parameters:
  ///   - name: The file's name, for a report without a title of its own.
  ///   - prose: Is given every paragraph of running text.
  package static func read(
    _ document: Document, form: Diagnosed<FormReading>, name: String,
    prose: inout some ProseParagraphReader
  ) -> Diagnosed<Outline> {
    var reading = OutlineReading(document, form: form.value)
    reading.readFrame(name: name)
    reading.readBody(prose: &prose)
    reading.decide()
    return Diagnosed(reading.outline, issues: reading.issues)
  }
}
