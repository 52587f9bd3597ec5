package import InputFiles
package import PlainWords

extension PassedOver.Reason {
  package var words: Words {
    switch self {
    case .hidden: CountMessages.hidden
    case .temporary: CountMessages.temporary
    case .system: CountMessages.system
    case .excluded: CountMessages.excluded
    case .sidecar: CountMessages.sidecar
    case .badSidecar: CountMessages.badSidecar
    case .linkToFolder: CountMessages.linkToFolder
    }
  }
}
