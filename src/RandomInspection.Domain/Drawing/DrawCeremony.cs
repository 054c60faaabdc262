using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>抽取仪式：one numbered attempt at a draw, from frozen frames to a selection or to void.</summary>
/// <remarks>
/// A command checks the rule and returns its event, which is applied at once; replaying the events gives the same state.
/// A refused command changes nothing. Source: random-inspection-draw/1 §3.
/// </remarks>
public sealed partial class DrawCeremony
{
    /// <summary>Most tasks that one draw takes: its frames are frozen in one transaction.</summary>
    public const int MostTasks = 32;

    private readonly DrawHashes _hashes;
    private readonly Dictionary<string, RecordedCommitment> _commitments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedContribution> _contributions = new(StringComparer.Ordinal);
    private readonly List<StruckParty> _struck = [];
    private readonly List<CeremonyParty> _parties = [];

    private DrawCeremony(DrawHashes hashes, CeremonyEvent.Prepared prepared)
    {
        _hashes = hashes;
        Preparation = prepared;
    }

    /// <summary>What the draw is about.</summary>
    public CeremonyEvent.Prepared Preparation { get; }

    /// <summary>The draw's id.</summary>
    public string Id => Preparation.Draw;

    /// <summary>The opening; <see langword="null"/> before it is published.</summary>
    public Opening? Opening { get; private set; }

    /// <summary>The opening's digest; <see langword="null"/> before it is published.</summary>
    public string? OpeningDigest { get; private set; }

    /// <summary>When the opening was published.</summary>
    public Instant? OpenedAt { get; private set; }

    /// <summary>The host's signature of the opening; <see langword="null"/> before it is published, and where the host does not sign.</summary>
    public DetachedSignature? OpeningSignature { get; private set; }

    /// <summary>The parties in the order in which they joined.</summary>
    public IReadOnlyList<CeremonyParty> Parties => _parties;

    /// <summary>The commitments by party.</summary>
    public IReadOnlyDictionary<string, RecordedCommitment> Commitments => _commitments;

    /// <summary>The values by party.</summary>
    public IReadOnlyDictionary<string, RecordedContribution> Contributions => _contributions;

    /// <summary>The parties that were struck out.</summary>
    public IReadOnlyList<StruckParty> Struck => _struck;

    /// <summary>The selection; <see langword="null"/> before it is made.</summary>
    public CeremonyEvent.Drawn? Drawing { get; private set; }

    /// <summary>The teams; <see langword="null"/> before they are matched, and for a draw.</summary>
    public CeremonyEvent.Matched? Matching { get; private set; }

    /// <summary>A proposal to void the draw that awaits a second person.</summary>
    public CeremonyEvent.VoidProposed? VoidProposal { get; private set; }

    /// <summary>That it was voided.</summary>
    public CeremonyEvent.Voided? Voiding { get; private set; }

    /// <summary>Where it stands.</summary>
    public CeremonyStatus Status =>
        Voiding is not null ? CeremonyStatus.Void
        : Drawing is not null ? CeremonyStatus.Drawn
        : Matching is not null ? CeremonyStatus.Matched
        : Opening is null ? CeremonyStatus.Prepared
        : Awaiting(ContributionKind.Committed).Any(p => !_commitments.ContainsKey(p.Party)) ? CeremonyStatus.Committing
        : Awaiting(ContributionKind.Committed).Any() ? CeremonyStatus.Revealing
        : Awaiting(ContributionKind.Public).Any() ? CeremonyStatus.AwaitingPublicValue
        : CeremonyStatus.Ready;

    /// <summary>The host's signatures of the record, drawn, matched or void; <see langword="null"/> before there is one, and where the host does not sign.</summary>
    public RecordSignatures? RecordSignatures => Drawing?.Signatures ?? Matching?.Signatures ?? Voiding?.Signatures;

    private string? DrawingYetToReveal =>
        Opening is null ? null : Awaiting(ContributionKind.Committed).FirstOrDefault(p => p.Role == SeedAssurance.DrawingRole)?.Party;

    /// <summary>A new ceremony over frozen frames, or over the frozen problem of a match.</summary>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <param name="prepared">What it is about: one or more tasks, or one match.</param>
    /// <exception cref="InputRefusedException">
    /// The hash is not known (RI1302), a task stands twice (RI1304), a secret task would share the draw (RI1350), or there are more than
    /// <see cref="MostTasks"/> (RI1351).
    /// </exception>
    public static DrawCeremony Prepare(DrawHashes hashes, CeremonyEvent.Prepared prepared)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentOutOfRangeException.ThrowIfEqual(prepared.Tasks.IsEmpty, prepared.Match is null, nameof(prepared));
        _ = hashes[prepared.Hash];
        RequireTogether(prepared.Tasks);
        return new DrawCeremony(hashes, prepared);
    }

    /// <summary>The ceremony that events tell of.</summary>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <param name="events">All its events in order, <see cref="CeremonyEvent.Prepared"/> first.</param>
    public static DrawCeremony Replay(DrawHashes hashes, IReadOnlyList<CeremonyEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        DrawCeremony ceremony = Prepare(hashes, (CeremonyEvent.Prepared)events[0]);
        foreach (CeremonyEvent later in events.Skip(1))
        {
            ceremony.Apply(later);
        }

        return ceremony;
    }

    /// <summary>A party joins.</summary>
    /// <param name="party">The party: the drawing department's and a witness's with a key of their own.</param>
    /// <exception cref="TransitionRefusedException">The opening is published already (RI1320).</exception>
    /// <exception cref="InputRefusedException">
    /// Name, person or key take part already (RI1321), the key is malformed (RI1327), or the opening cannot name the party (RI1204, RI1305).
    /// </exception>
    public CeremonyEvent.PartyEnrolled Enrol(CeremonyParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        Require("登记参与方", "enrolling a party", CeremonyStatus.Prepared);
        foreach (CeremonyParty other in _parties)
        {
            // The public value has no secret: the operator may enter it.
            bool samePerson = other.PersonId == party.PersonId && party.Kind != ContributionKind.Public && other.Kind != ContributionKind.Public;
            bool sameKey = other.Key is not null && other.Key == party.Key;
            if (other.Name == party.Name || samePerson || sameKey)
            {
                throw CeremonyRefusals.AlreadyParty.Refuse(("person", party.PersonId), ("party", other.Name));
            }
        }

        if (party.Kind == ContributionKind.Committed && (party.Key is null || !PartySignature.IsKey(party.Key)))
        {
            throw CeremonyRefusals.SignatureInvalid.Refuse(("party", party.Name));
        }

        // What an opening could not say is refused now: a party once enrolled cannot be taken back.
        _ = Opening.Parse(OpeningText.Write(Preparation, [.. _parties, party], new OpeningDeadlines(default, default)));
        return Raise(new CeremonyEvent.PartyEnrolled(party));
    }

    /// <summary>Publishes the opening.</summary>
    /// <param name="deadlines">When commitments and reveals are due.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">It is published already (RI1320).</exception>
    /// <exception cref="InputRefusedException">The drawing department has not joined (RI1328), the deadlines are out of order (RI1331), or a public value is fixed before the last reveal (RI1335).</exception>
    public CeremonyEvent.Opened Open(OpeningDeadlines deadlines, Instant at)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        Require("公布开启文件", "publishing the opening", CeremonyStatus.Prepared);
        if (_parties.All(p => p.Role != SeedAssurance.DrawingRole))
        {
            throw CeremonyRefusals.NoParties.Refuse(("draw", Id));
        }

        if (deadlines.Commit <= at || deadlines.Reveal <= deadlines.Commit)
        {
            throw CeremonyRefusals.DeadlinesOutOfOrder.Refuse(("commit", Moment(deadlines.Commit)), ("reveal", Moment(deadlines.Reveal)), ("now", Moment(at)));
        }

        foreach (CeremonyParty party in _parties.Where(p => p.Kind == ContributionKind.Public))
        {
            if (RecordTimes.FixedAt(party.Time) is { } time && time < deadlines.Reveal)
            {
                throw CeremonyRefusals.PublicValueTooEarly.Refuse(("party", party.Name), ("time", Moment(time)), ("reveal", Moment(deadlines.Reveal)));
            }
        }

        string text = OpeningText.Write(Preparation, _parties, deadlines);
        return Raise(new CeremonyEvent.Opened(text, _hashes[Preparation.Hash].Digest(text).Hex, at));
    }

    /// <summary>A party commits to its value.</summary>
    /// <param name="party">The party.</param>
    /// <param name="personId">Who acts.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="signature">The signature by the party's key.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">Commitments are not awaited (RI1320).</exception>
    /// <exception cref="InputRefusedException">Not this person's party (RI1326), done already (RI1324), too late (RI1330), or badly signed (RI1327).</exception>
    public CeremonyEvent.Committed Commit(string party, string personId, Digest commitment, string? signature, Instant at)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        CeremonyParty enrolled = Own(party, personId);
        if (_commitments.ContainsKey(party))
        {
            throw CeremonyRefusals.AlreadyDone.Refuse(("party", party), ("whatZh", "提交承诺"), ("whatEn", "committed"));
        }

        Require("提交承诺", "committing", CeremonyStatus.Committing);
        RequireInTime(party, Opening!.Deadlines!.Commit, at);
        RequireNotStruck(party);
        if (enrolled.Kind != ContributionKind.Committed)
        {
            throw DrawingRefusals.KindMismatch.Refuse(("party", party), ("expected", enrolled.Kind.Word()), ("kind", "committed"));
        }

        if (signature is null
            || !PartySignature.Verify(enrolled.Key!, SeedText.CommitmentToSign(Digest.Parse(OpeningDigest!), party, commitment), signature))
        {
            throw CeremonyRefusals.SignatureInvalid.Refuse(("party", party));
        }

        return Raise(new CeremonyEvent.Committed(party, commitment.Hex, signature, at));
    }

    /// <summary>A party reveals its value.</summary>
    /// <param name="party">The party.</param>
    /// <param name="personId">Who acts.</param>
    /// <param name="valueHex">The value.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">Reveals are not awaited (RI1320).</exception>
    /// <exception cref="InputRefusedException">
    /// Commitments are missing (RI1322), the value is malformed (RI1308) or does not match (RI1323), the party revealed already
    /// (RI1324), the drawing department comes first (RI1325), it is not this person's party (RI1326), or it is too late (RI1330).
    /// </exception>
    public CeremonyEvent.Revealed Reveal(string party, string personId, string valueHex, Instant at)
    {
        ArgumentNullException.ThrowIfNull(valueHex);
        CeremonyParty enrolled = Own(party, personId);
        RequireFirst(party);
        if (Status == CeremonyStatus.Committing)
        {
            throw CeremonyRefusals.RevealBeforeCommitments.Refuse(
                ("missing", string.Join(", ", Awaiting(ContributionKind.Committed).Select(p => p.Party).Where(p => !_commitments.ContainsKey(p)))));
        }

        Require("揭示", "revealing", CeremonyStatus.Revealing);
        RequireInTime(party, Opening!.Deadlines!.Reveal, at);
        RequireNotStruck(party);
        Contribution contribution = new(party, ContributionKind.Committed, valueHex);
        SeedText.Check(Opening, contribution);
        if (WaitsForDrawingReveal(party))
        {
            throw CeremonyRefusals.DrawingRevealsFirst.Refuse(("drawing", DrawingYetToReveal));
        }

        return SeedText.Commitment(Opening, party, valueHex, _hashes[Opening.Hash]) == _commitments[party].Commitment
            ? Raise(new CeremonyEvent.Revealed(party, valueHex, at))
            : throw CeremonyRefusals.RevealMismatch.Refuse(("party", party));
    }

    /// <summary>Whether a party of the opening has to wait with its reveal until the drawing department has made its own (§3).</summary>
    /// <param name="party">The party.</param>
    public bool WaitsForDrawingReveal(string party) => DrawingYetToReveal is not null && Opening!.Party(party).Role != SeedAssurance.DrawingRole;

    /// <summary>Enters the public value, after the last reveal.</summary>
    /// <param name="party">The party that stands for it.</param>
    /// <param name="personId">Who enters it.</param>
    /// <param name="valueHex">1 to 256 bytes in hex.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">It is not awaited (RI1320).</exception>
    /// <exception cref="InputRefusedException">
    /// The value is malformed (RI1308), entered already (RI1324), not this person's to enter (RI1326), or its party was struck out (RI1330).
    /// </exception>
    public CeremonyEvent.Revealed EnterPublicValue(string party, string personId, string valueHex, Instant at)
    {
        ArgumentNullException.ThrowIfNull(valueHex);
        Own(party, personId);
        RequireFirst(party);
        Require("录入公共值", "entering the public value", CeremonyStatus.AwaitingPublicValue);
        RequireNotStruck(party);
        if (RecordTimes.FixedAt(Opening!.Party(party)) is { } time && at < time)
        {
            throw CeremonyRefusals.PublicValueNotFixed.Refuse(("party", party), ("time", Moment(time)), ("now", Moment(at)));
        }

        SeedText.Check(Opening, new Contribution(party, ContributionKind.Public, valueHex));
        return Raise(new CeremonyEvent.Revealed(party, valueHex, at));
    }

    /// <summary>Strikes out a party that missed its deadline.</summary>
    /// <param name="party">The party.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">Nothing is awaited, or nothing of that party yet: public values come after all reveals (RI1320).</exception>
    /// <exception cref="InputRefusedException">The party gave what was due (RI1324), or its deadline has not passed (RI1329).</exception>
    public CeremonyEvent.Struck Strike(string party, Instant at)
    {
        if (!AwaitsSystemValue)
        {
            Require("剔除参与方", "striking out a party", CeremonyStatus.Committing, CeremonyStatus.Revealing, CeremonyStatus.AwaitingPublicValue);
        }

        OpeningParty opened = Opening!.Party(party);
        bool committing = Status == CeremonyStatus.Committing;
        if (opened.Kind == ContributionKind.Public && Status != CeremonyStatus.AwaitingPublicValue)
        {
            throw Refused("剔除公共值", "striking out a public value");
        }

        if (_contributions.ContainsKey(party) || _struck.Any(s => s.Party == party) || (committing && _commitments.ContainsKey(party)))
        {
            throw CeremonyRefusals.AlreadyDone.Refuse(("party", party), ("whatZh", "按期提交或被剔除"), ("whatEn", "done its part or been struck out"));
        }

        Instant deadline = committing ? Opening.Deadlines!.Commit : Opening.Deadlines!.Reveal;
        if (at <= deadline)
        {
            throw CeremonyRefusals.DeadlineNotPassed.Refuse(("party", party), ("deadline", Moment(deadline)));
        }

        string cause = opened.Kind != ContributionKind.Committed ? "noValue" : committing ? "notCommitted" : "notRevealed";
        return Raise(new CeremonyEvent.Struck(party, cause, at));
    }

    /// <summary>The seed.</summary>
    /// <exception cref="TransitionRefusedException">Values are missing (RI1320).</exception>
    /// <exception cref="InputRefusedException">No value is left: void the draw (RI1310); or the host's own is still to be given (RI1352).</exception>
    public Seed Seed()
    {
        Require("抽取", "drawing", CeremonyStatus.Ready, CeremonyStatus.Drawn, CeremonyStatus.Matched);
        if (AwaitsSystemValue)
        {
            throw CeremonyRefusals.SystemValueMissing.Refuse(("draw", Id));
        }

        return SeedText.Seed(Opening!, [.. _contributions.Values.Select(c => c.Contribution)], _hashes[Opening!.Hash]);
    }

    /// <summary>Keeps the selection.</summary>
    /// <param name="record">The auditor's record of this ceremony.</param>
    /// <param name="at">Now.</param>
    /// <param name="coordination">How the tasks meet; <see langword="null"/> where one is drawn alone.</param>
    /// <exception cref="TransitionRefusedException">Values are missing or it is drawn already (RI1320).</exception>
    public CeremonyEvent.Drawn Draw(DrawRecord record, Instant at, Coordination? coordination = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        RequireReady(match: false);
        (string auditor, string everybody, string file) = Digests(record);
        return Raise(new CeremonyEvent.Drawn(
            Seed().Hex,
            auditor,
            everybody,
            file,
            record.Tasks.ToImmutableSortedDictionary(t => t.Id, t => (long)t.Selected.Length, StringComparer.Ordinal),
            at,
            Coordination: coordination));
    }

    /// <summary>Keeps what a match gave.</summary>
    /// <param name="record">The auditor's record of this ceremony.</param>
    /// <param name="result">What the match gave.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">Values are missing, it is matched already, or this is a draw (RI1320).</exception>
    public CeremonyEvent.Matched Match(DrawRecord record, MatchOutcome result, Instant at)
    {
        ArgumentNullException.ThrowIfNull(record);
        RequireReady(match: true);
        (string auditor, string everybody, string file) = Digests(record);
        return Raise(new CeremonyEvent.Matched(Seed().Hex, auditor, everybody, file, result, at));
    }
}
