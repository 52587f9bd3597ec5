import Auditing
import Testing

@Test func x() {}
