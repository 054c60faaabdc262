using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>What a witness has seen last, in a small file; one process at a time has it.</summary>
internal sealed class WitnessState : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _path;

    /// <summary>Takes the state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="first">Whether there must be none yet.</param>
    /// <exception cref="InputRefusedException">
    /// It is missing (RI6040), or there although it is the first time (RI6041), another process has it (RI6042), or it is no signed note (RI6010).
    /// </exception>
    public WitnessState(string path, bool first)
    {
        OutputFile.Check(path);
        _path = path;
        try
        {
            _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw WitnessRefusals.InUse.Refuse(("path", path));
        }
        catch (UnauthorizedAccessException e)
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path + ".lock"), ("detail", e.Message));
        }

        try
        {
            bool there = File.Exists(path);
            if (there == first)
            {
                throw (first ? WitnessRefusals.NotTheFirst : WitnessRefusals.NoState).Refuse(("path", path));
            }

            Seen = there ? SignedNote.Parse(InputFile.Read(path)) : null;
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The checkpoint that was seen last; <see langword="null"/> at the first time.</summary>
    public SignedNote? Seen { get; }

    /// <summary>How many entries it has; 0 at the first time.</summary>
    public long Size => Seen is null ? 0 : Checkpoint.Of(Seen).Head.Size;

    /// <summary>Keeps what was seen now, on the disk: whole, or what stood before.</summary>
    public void Keep(SignedNote seen)
    {
        OutputFile.Write(_path, seen.ToBytes());

        // The new name too: a witness that forgets after it has signed could sign the other side of a fork.
        using FileStream kept = new(_path, FileMode.Open, FileAccess.ReadWrite);
        kept.Flush(flushToDisk: true);
    }

    public void Dispose() => _lock.Dispose();
}
