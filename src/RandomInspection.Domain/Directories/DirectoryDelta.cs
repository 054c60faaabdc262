using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>What the deltas of the two directories have in common: the comparison, the canonical line and the root.</summary>
internal static class DirectoryDelta
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares a directory with what comes in; what is not named stays as it is. O(directory + file).</summary>
    /// <param name="directory">The directory, ids distinct.</param>
    /// <param name="incoming">What a file says, ids distinct.</param>
    /// <param name="id">The id.</param>
    /// <param name="hasAnotherStatus">Whether the status differs.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>What is new or changed, in the order of ids, and how many there are of each; of the updated, how many have another status.</returns>
    public static async Task<(ImmutableArray<T> Changed, int Inserted, int Updated, int Unchanged, int StatusChanged)> CompareAsync<T>(
        IAsyncEnumerable<T> directory, IEnumerable<T> incoming, Func<T, string> id, Func<T, T, bool> hasAnotherStatus, CancellationToken cancellation)
        where T : class
    {
        Dictionary<string, T> pending = incoming.ToDictionary(id, StringComparer.Ordinal);
        List<T> changed = [];
        int updated = 0, unchanged = 0, statusChanged = 0;
        await foreach (T existing in directory.WithCancellation(cancellation))
        {
            if (pending.Remove(id(existing), out T? one))
            {
                if (one.Equals(existing))
                {
                    unchanged++;
                }
                else
                {
                    updated++;
                    statusChanged += hasAnotherStatus(existing, one) ? 1 : 0;
                    changed.Add(one);
                }
            }
        }

        int inserted = pending.Count;
        changed.AddRange(pending.Values);
        return ([.. changed.OrderBy(id, StringComparer.Ordinal)], inserted, updated, unchanged, statusChanged);
    }

    /// <summary>A canonical line: fields as a JSON array, so that no field can run into the next.</summary>
    /// <param name="fields">Texts, numbers, lists of them, <see langword="null"/>.</param>
    public static byte[] Line(object?[] fields)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Relaxed))
        {
            Write(json, fields);
        }

        return CanonicalJson.Verbatim(bytes.WrittenSpan);
    }

    /// <summary>The Merkle root over lines.</summary>
    /// <param name="lines">Canonical lines in the order of ids.</param>
    public static string Root(IEnumerable<byte[]> lines) =>
        Convert.ToHexStringLower(LedgerLeaf.Tree.Root(lines.Select(line => LedgerLeaf.Tree.Leaf(line))));

    private static void Write(Utf8JsonWriter json, object? field)
    {
        switch (field)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? one in list)
                {
                    Write(json, one);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A canonical line has no {field.GetType()}.", nameof(field));
        }
    }
}
