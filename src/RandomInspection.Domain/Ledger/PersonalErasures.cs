using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>删除个人信息：erases pieces of personal data; a tombstone is entered, and every proof stays valid.</summary>
/// <remarks>Source: 个人信息保护法 第四十七条. What the law obliges to keep is not erased: that is for the one who asks for it to check.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="personal">The pieces.</param>
/// <param name="codec">The events of the log.</param>
public sealed class PersonalErasures(ILedger ledger, IPersonalTexts personal, EventCodec codec)
{
    /// <summary>The stream of tombstones.</summary>
    public const string Stream = "personal/erased";

    private const int MaxBasis = 500;

    /// <summary>Erases everything that is kept about somebody.</summary>
    /// <param name="actor">Who erases: an administrator.</param>
    /// <param name="at">When.</param>
    /// <param name="about">Whom, for example <c>inspector/SF00017</c>.</param>
    /// <param name="basis">Why, 1 to 500 characters; it stays in the log, so it names nobody.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many pieces went.</returns>
    /// <exception cref="InputRefusedException">Nothing is kept about them (RI6030), there is no basis (RI6031), or the actor is no administrator (RI2013).</exception>
    /// <exception cref="AppendConflictException">Somebody else erased something in between (RI6001).</exception>
    public async Task<int> EraseAboutAsync(Actor actor, Instant at, string about, string basis, CancellationToken cancellation)
    {
        PersonalSteps.EraseAbout.Require(actor);
        ImmutableArray<PersonalPiece> pieces = await personal.AboutAsync(about, cancellation);
        if (pieces.IsEmpty)
        {
            throw PersonalRefusals.NothingKept.Refuse(("about", about));
        }

        await EraseAsync(actor, at, [.. pieces.Select(p => p.Commitment)], basis, cancellation);
        return pieces.Length;
    }

    /// <summary>Erases pieces.</summary>
    /// <param name="actor">Who erases: an administrator.</param>
    /// <param name="at">When.</param>
    /// <param name="commitments">Their commitments, one or more.</param>
    /// <param name="basis">Why, 1 to 500 characters; it stays in the log, so it names nobody.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">One of them is not kept, or not any more (RI6030), there is no basis (RI6031), or the actor is no administrator (RI2013).</exception>
    /// <exception cref="AppendConflictException">Somebody else erased something in between (RI6001).</exception>
    public async Task EraseAsync(Actor actor, Instant at, IReadOnlyCollection<string> commitments, string basis, CancellationToken cancellation)
    {
        PersonalSteps.Erase.Require(actor);
        ArgumentNullException.ThrowIfNull(commitments);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentOutOfRangeException.ThrowIfZero(commitments.Count, nameof(commitments));
        string why = basis.Trim() is { Length: >= 1 and <= MaxBasis } said ? said : throw PersonalRefusals.NoBasis.Refuse(("most", MaxBasis));
        int version = await ledger.VersionAsync(Stream, cancellation);
        ImmutableDictionary<string, PersonalText> kept = await personal.FindAsync(commitments, cancellation);
        if (commitments.FirstOrDefault(c => kept.GetValueOrDefault(c) is not PersonalText.Kept) is { } gone)
        {
            throw PersonalRefusals.NothingKept.Refuse(("about", gone));
        }

        ImmutableArray<string> sorted = [.. commitments.Distinct().Order(StringComparer.Ordinal)];
        await ledger.CommitAsync(
            new LedgerCommit(
                actor, at, why, [new StreamAppend(Stream, version, [codec.Encode(new PersonalEvent.Erased(sorted, why))])], [], new PersonalErasure(sorted)),
            cancellation);
    }
}
