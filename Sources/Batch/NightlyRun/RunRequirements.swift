internal import DurableFiles
internal import Glibc
internal import InputFiles
internal import RunState

/// What a run finds at fault with files beside its inputs, found out before it: nothing is changed.
package enum RunRequirements {
  /// Why a run won't take up the state in the folder `output`, in a sentence; nil where it will.
  package static func objectionToState(of output: String) -> String? {
    let path = FileName.bytes(output) + "/state".utf8
    do {
      let folder = try Folder.existing("\(FileName.printed(output))/state", bytes: path)
      return folder.flatMap(State.objection)?.description
    } catch {
      // The check of the folder itself says it.
      return nil
    }
  }

  /// Why the manifest `name` can't be read, in a sentence; nil where it can.
  package static func objectionToManifest(_ name: String) -> String? {
    do {
      _ = try Manifest(name).rows { _ in }
      return nil
    } catch let error as NoInput {
      return "\(FileName.printed(error.path)): \(error.reason)"
    } catch let error as Manifest.Damage {
      return "\(FileName.printed(error.path)):\(error.line): \(error.reason)"
    } catch {
      return "\(FileName.printed(name)): \(error)"
    }
  }

  /// Why the metrics can't be written to `name`, in a sentence; nil where they can.
  package static func objectionToMetrics(_ name: String) -> String? {
    do throws(FileError) {
      guard case .file(let folder, let file) = try OutputTarget(FileName.bytes(name)) else {
        return nil
      }
      // Written as another file first, which takes the place of this one.
      guard unsafe access(folder.descriptorPath, W_OK | X_OK) == 0 else {
        throw FileError("create", folder.shown(file), code: errno)
      }
      return nil
    } catch {
      return error.description
    }
  }
}
