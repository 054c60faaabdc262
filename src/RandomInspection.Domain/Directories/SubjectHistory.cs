using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>What the directory has said of a subject: each merge that changed it, with its class, day and source, status and region as they were from then on.</summary>
/// <remarks>Read from what was kept of the merges, whose roots stand in the log: it is no second table that could say something else. Source: 沈政办发〔2020〕19号 三(三), 三(十).</remarks>
/// <param name="ledger">The log.</param>
/// <param name="evidence">Where what changed is kept.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SubjectHistory(ILedger ledger, IEvidenceStore evidence, EventCodec codec)
{
    /// <summary>The states of a subject, the oldest first.</summary>
    /// <param name="code">The subject's code.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">Something that a merge kept is gone or does not read.</exception>
    /// <remarks>Of each merge as many parts are read as a binary search needs. Merges older than this keeping are passed over.</remarks>
    public async Task<ImmutableArray<SubjectState>> ReadAsync(string code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        ImmutableArray<SubjectState>.Builder states = ImmutableArray.CreateBuilder<SubjectState>();
        foreach (LedgerEntry entry in await ledger.ReadStreamAsync(DirectoryEvent.Stream, cancellation))
        {
            IDirectoryMerge merge = (IDirectoryMerge)codec.Decode(entry);
            if (merge.Kept is { } parts && await FindAsync(parts, code, cancellation) is { } subject)
            {
                states.Add(new SubjectState(merge.Version, entry.At, merge.FileName, subject));
            }
        }

        return states.ToImmutable();
    }

    private async Task<Subject?> FindAsync(ImmutableArray<string> parts, string code, CancellationToken cancellation)
    {
        int from = 0, to = parts.Length - 1;
        while (from <= to)
        {
            int middle = from + (to - from) / 2;
            byte[][] lines = [.. KeptDelta.Lines(await evidence.GetAsync(parts[middle], cancellation) ?? throw new InvalidDataException($"{parts[middle]} is not kept."))];
            if (string.CompareOrdinal(code, CodeOf(lines[0])) < 0)
            {
                to = middle - 1;
            }
            else if (string.CompareOrdinal(code, CodeOf(lines[^1])) > 0)
            {
                from = middle + 1;
            }
            else
            {
                return Find(lines, code);
            }
        }

        return null;
    }

    private static Subject? Find(byte[][] lines, string code)
    {
        int from = 0, to = lines.Length - 1;
        while (from <= to)
        {
            int middle = from + (to - from) / 2;
            int order = string.CompareOrdinal(code, CodeOf(lines[middle]));
            if (order == 0)
            {
                return SubjectDelta.Read(lines[middle]);
            }

            (from, to) = order < 0 ? (from, middle - 1) : (middle + 1, to);
        }

        return null;
    }

    /// <summary>The code is a line's first field.</summary>
    private static string CodeOf(byte[] line)
    {
        Utf8JsonReader reader = new(line);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new InvalidDataException("A line has no code.");
    }
}

/// <summary>A subject as the directory knew it from a merge on.</summary>
/// <param name="Version">The directory's version.</param>
/// <param name="At">When it was merged.</param>
/// <param name="FileName">The file that said so.</param>
/// <param name="Subject">The subject.</param>
public sealed record SubjectState(long Version, Instant At, string FileName, Subject Subject);
