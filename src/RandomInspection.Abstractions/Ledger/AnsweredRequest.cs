using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>已办请求：a program's request whose commit this is. It is kept with the commit, all or nothing, so that the same request, sent again, has no effect twice.</summary>
/// <param name="Key">Who asked and under which key, as a digest: 64 lower-case hex characters.</param>
/// <param name="Payload">What was asked, as a digest: 64 lower-case hex characters.</param>
/// <param name="Part">Which commit of the request it is, from 0.</param>
public sealed record AnsweredRequest(string Key, string Payload, int Part);

/// <summary>What is kept of a request: the entries that it wrote, from which its answer is made again.</summary>
/// <param name="Request">The request.</param>
/// <param name="At">When it was carried out.</param>
/// <param name="Written">The entries of its commit.</param>
public sealed record KeptRequest(AnsweredRequest Request, Instant At, ImmutableArray<WrittenEntries> Written);

/// <summary>Entries of one stream that a commit wrote.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="First">The version of the first.</param>
/// <param name="Last">The version of the last, <paramref name="First"/> or more.</param>
public sealed record WrittenEntries(string Stream, int First, int Last)
{
    /// <summary>What a commit writes.</summary>
    /// <param name="commit">The commit.</param>
    public static ImmutableArray<WrittenEntries> Of(LedgerCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return
        [
            .. commit.Appends.Where(append => !append.Events.IsEmpty)
                .Select(append => new WrittenEntries(append.Stream, append.ExpectedVersion + 1, append.ExpectedVersion + append.Events.Length)),
        ];
    }
}
