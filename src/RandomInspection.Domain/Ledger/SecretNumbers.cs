namespace RandomInspection.Ledger;

/// <summary>突击检查的编号：numbers that are taken apart from the public ones, so that these have no gap: <c>A2026-S001</c>, and everything that follows from it.</summary>
/// <remarks>
/// Year, hyphen, S and three digits stand in the id of the plan and of all that belongs to it: tasks, draws, matches, visits, duties. By them a
/// store tells in which log a stream stands, and a page what it must leave out. Source: 沈政办发〔2020〕19号 三(八).
/// </remarks>
public static class SecretNumbers
{
    private const int Length = 9;

    /// <summary>What the streams of a matter begin with that may be secret; what a channel received is public by then.</summary>
    private static readonly string[] Kinds = ["plan/", "task/", "draw/", "match/", "list/", "visit/", "disclosure/", "embargo/", "attempt/"];

    /// <summary>The number in an id or a stream's name, for example <c>2026-S001</c>; <see langword="null"/> if there is none.</summary>
    /// <param name="text">An id, or the name of a stream.</param>
    public static string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int at = text.IndexOf("-S", StringComparison.Ordinal); at >= 0; at = text.IndexOf("-S", at + 1, StringComparison.Ordinal))
        {
            if (at >= 4 && text.Length >= at + 5
                && text.AsSpan(at - 4, 4).ContainsOnlyDigits() && text.AsSpan(at + 2, 3).ContainsOnlyDigits())
            {
                return text.Substring(at - 4, Length);
            }
        }

        return null;
    }

    /// <summary>Whether an id belongs to a surprise inspection, be it still secret or not.</summary>
    /// <param name="id">The id.</param>
    public static bool Has(string id) => Find(id) is not null;

    /// <summary>The log in which a stream stands.</summary>
    /// <param name="stream">Its name.</param>
    public static LedgerLog LogOf(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Kinds.Any(kind => stream.StartsWith(kind, StringComparison.Ordinal)) && Has(stream) ? LedgerLog.Sealed : LedgerLog.Public;
    }

    /// <summary>A commit with the log that its streams stand in.</summary>
    /// <param name="commit">The commit.</param>
    /// <exception cref="ArgumentException">It would grow both logs at once.</exception>
    internal static LedgerCommit Route(LedgerCommit commit)
    {
        StreamAppend[] growing = [.. commit.Appends.Where(append => !append.Events.IsEmpty)];
        int secret = growing.Count(append => LogOf(append.Stream) == LedgerLog.Sealed);
        return secret == 0 ? commit
            : secret == growing.Length ? commit with { Log = LedgerLog.Sealed }
            : throw new ArgumentException($"\"{growing.First(append => LogOf(append.Stream) == LedgerLog.Public).Stream}\" does not belong to what is kept secret.", nameof(commit));
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
