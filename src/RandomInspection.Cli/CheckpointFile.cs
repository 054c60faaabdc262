using System.Globalization;
using System.Text;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>A checkpoint as somebody kept it: origin, size and root, each on a line; signatures after an empty line are looked at where the log's key is given.</summary>
/// <remarks>Source: C2SP tlog-checkpoint. Whoever kept the file vouches for it; without the log's key nobody asks who signed it.</remarks>
internal static class CheckpointFile
{
    /// <summary>What stands in the first line of those that a check writes: they are their keeper's own and name no log.</summary>
    private const string Origin = "ri-fsck";

    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="logKeys">The log's keys; if there are any, one of them must have signed a checkpoint that names a log. One that a check wrote names none.</param>
    /// <exception cref="InputRefusedException">There is no such file (RI9102), it is no checkpoint (RI6092), or none of the keys has signed it (RI6010 to RI6016).</exception>
    public static KeptCheckpoint Read(string path, IReadOnlyCollection<NoteKey> logKeys)
    {
        byte[] bytes = InputFile.Read(path);
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines.Length < 4 || lines[0].Length == 0)
        {
            throw Malformed(path, "origin, size, root");
        }

        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size))
        {
            throw Malformed(path, lines[1]);
        }

        if (logKeys.Count > 0 && lines[0] != Origin)
        {
            RequireSigned(SignedNote.Parse(bytes), lines[0], logKeys);
        }

        byte[] root = new byte[32];
        return Convert.TryFromBase64String(lines[2], root, out int length) && length == root.Length
            ? new KeptCheckpoint(LedgerLog.Public, size, Convert.ToHexStringLower(root))
            : throw Malformed(path, lines[2]);
    }

    /// <summary>A log's head as a checkpoint without signatures.</summary>
    /// <param name="head">The head.</param>
    public static byte[] Write(LedgerHead head) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Origin}\n{head.Size}\n{Convert.ToBase64String(Convert.FromHexString(head.Root))}\n"));

    private static void RequireSigned(SignedNote note, string origin, IReadOnlyCollection<NoteKey> logKeys)
    {
        NoteKey[] own = [.. logKeys.Where(key => key.Name == origin)];
        if (own.Length == 0)
        {
            throw LedgerRefusals.OtherLog.Refuse(("expected", string.Join(", ", logKeys.Select(key => key.Name).Distinct())), ("origin", origin));
        }

        note.Require(own.FirstOrDefault(key => note.Signatures.Any(key.IsOf)) ?? own[0]);
    }

    private static InputRefusedException Malformed(string path, string detail) => StoreDifferences.CheckpointUnreadable.Refuse(("path", path), ("detail", detail));
}
