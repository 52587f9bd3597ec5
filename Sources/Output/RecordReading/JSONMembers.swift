/// Where the members of an object stand; a name is looked for among their bytes.
package struct JSONMembers: Sendable {
  let bytes: [UInt8]
  let nodes: ArraySlice<JSONTape.Node>

  /// The value of the member of this name, of the last where there are several.
  ///
  /// Keys are taken as they are written: ours need no escape.
  package subscript(name: String) -> Range<Int>? {
    let count = name.utf8.count
    for node in nodes.reversed() where Int(node.key) == count {
      let start = Int(node.start)
      if bytes[(start - 2 - count)..<(start - 2)].elementsEqual(name.utf8) {
        return start..<Int(node.end)
      }
    }
    return nil
  }
}
