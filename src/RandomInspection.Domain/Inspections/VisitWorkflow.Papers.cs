using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>Approval, check-in, evidence, objections and corrections, follow-up.</content>
public sealed partial class VisitWorkflow
{
    /// <summary>The head of the authority approves visits, all or none; after an emergency, afterwards.</summary>
    /// <param name="acting">The head of the department's authority, of none of the teams.</param>
    /// <param name="approved">The visits, distinct, one or more.</param>
    /// <param name="reason">What for.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Approve"/>; role (RI2013) or department (RI2012).</exception>
    public async Task ApproveAsync(Acting acting, IReadOnlyCollection<string> approved, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentOutOfRangeException.ThrowIfZero(approved.Count, nameof(approved));
        Actor? actor = null;
        List<StreamAppend> appends = [];
        List<IView> rows = [];
        foreach (string visit in approved)
        {
            (Visit found, int version) = await ReadAsync(visit, cancellation);
            actor = acting.As(VisitSteps.Approve, found.Team.DepartmentId);
            appends.Add(new StreamAppend(Stream(visit), version, [codec.Encode(found.Approve(reason, acting.Person.Id))]));
            rows.AddRange([VisitView.Of(found), .. SeatView.Of(found)]);
        }

        await ledger.CommitAsync(new LedgerCommit(actor!, acting.At, reason, [.. appends], [.. rows]), cancellation);
    }

    /// <summary>The team checks in with the visit's code (扫码入企).</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="code">The code as it was typed or scanned.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.EnterCode"/>; role (RI2013) or department (RI2012).</exception>
    public async Task CheckInAsync(Acting acting, string visit, string code, CancellationToken cancellation)
    {
        string due = await CodeAsync(visit, cancellation);
        await StepAsync(acting, visit, VisitSteps.CheckIn, null, found => [found.EnterCode(code, due, acting.Person.Id, acting.At)], cancellation);
    }

    /// <summary>What the inspected party reads about a visit of which it has the code.</summary>
    /// <param name="visit">The visit's number, as it stands on the notice.</param>
    /// <param name="code">The code as it was typed or scanned.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such visit, or it has another code: both are RI3022, so that nobody learns which visits there are.</exception>
    public async Task<Visit> FindByCodeAsync(string visit, string code, CancellationToken cancellation)
    {
        try
        {
            string due = await CodeAsync(visit, cancellation);
            if (VisitCode.Read(code) == due)
            {
                return await FindAsync(visit, cancellation);
            }
        }
        catch (InputRefusedException unknown) when (unknown.Refusal.Definition == InspectionRefusals.UnknownVisit)
        {
        }

        throw PaperRefusals.WrongCode.Refuse(("visit", visit));
    }

    /// <summary>The inspected party enters the visit's code: it says that the team is there.</summary>
    /// <param name="acting">Somebody in the role of the inspected party; the log names no person, only the party.</param>
    /// <param name="visit">The visit's number, as it stands on the notice.</param>
    /// <param name="code">The code as it was typed or scanned.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="FindByCodeAsync"/> and <see cref="Visit.EnterCodeAsParty"/>; role (RI2013).</exception>
    /// <remarks>Source: 国办发〔2024〕54号: 扫码入企.</remarks>
    public async Task CheckInAsPartyAsync(Acting acting, string visit, string code, CancellationToken cancellation)
    {
        Actor actor = acting.As(VisitSteps.CheckInAsParty);
        await FindByCodeAsync(visit, code, cancellation);
        (Visit found, int version) = await ReadAsync(visit, cancellation);
        VisitEvent.CheckedIn happened = found.EnterCodeAsParty(code, await CodeAsync(visit, cancellation), acting.At, Today(acting));
        await CommitAsync(found, version, [happened], actor with { PersonId = happened.By }, acting.At, null, cancellation);
    }

    /// <summary>Keeps that the notice of inspection was sent ahead, as the profile lets it.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="method">How it was sent.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.SendNoticeAhead"/>; role (RI2013) or department (RI2012).</exception>
    public Task SendNoticeAheadAsync(Acting acting, string visit, ServiceMethod method, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.SendNotice, null, found => [found.SendNoticeAhead(noticeRule, method, acting.Person.Id, Today(acting))], cancellation);

    /// <summary>The code of a visit, for its notice of inspection.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such visit (RI2314).</exception>
    /// <remarks>For its department: the caller decides who may see it.</remarks>
    public async Task<string> CodeAsync(string visit, CancellationToken cancellation)
    {
        (Visit found, _) = await ReadAsync(visit, cancellation);
        (ImmutableArray<CeremonyEvent> events, _) = await ledger.ReadEventsAsync<CeremonyEvent>(codec, DrawWorkflow.Stream(found.Plan.Match), cancellation);
        return VisitCode.Of(events.OfType<CeremonyEvent.Matched>().Single().Seed, visit);
    }

    /// <summary>Keeps a file as evidence, by its content.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="bytes">The file: PDF, PNG, JPEG or MP4, at most <see cref="EvidenceFile.MostBytes"/>.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Keep"/>; the file's kind (RI3024) or size (RI3025); role (RI2013) or department (RI2012).</exception>
    public async Task KeepEvidenceAsync(Acting acting, string visit, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await ReadAsync(visit, cancellation);
        Actor actor = acting.As(VisitSteps.KeepEvidence, found.Team.DepartmentId);
        string? kept = EvidenceFile.NameOf(name);
        if (bytes.Length is 0 or > EvidenceFile.MostBytes)
        {
            throw PaperRefusals.FileSize.Refuse(("file", kept ?? ""), ("size", bytes.Length), ("most", EvidenceFile.MostBytes));
        }

        if (kept is null || EvidenceFile.MediaTypeOf(bytes.Span) is not { } mediaType)
        {
            throw PaperRefusals.FileKind.Refuse(("file", kept ?? ""));
        }

        // Refused before it is kept: what nobody's event names would lie there for ever.
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span));
        VisitEvent happened = found.Keep(new EvidenceFile(digest, kept, mediaType, bytes.Length), acting.Person.Id);
        await evidence.PutAsync(bytes, cancellation);
        await CommitAsync(found, version, [happened], actor, acting.At, null, cancellation);
    }

    /// <summary>The bytes of a visit's evidence; <see langword="null"/> if the visit has none of that digest.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="digest">Its SHA-256.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such visit (RI2314).</exception>
    /// <remarks>For its department: the caller decides who may see it.</remarks>
    public async Task<(EvidenceFile File, byte[] Bytes)?> FindEvidenceAsync(string visit, string digest, CancellationToken cancellation) =>
        (await FindAsync(visit, cancellation)).Evidence.FirstOrDefault(kept => kept.Digest == digest) is { } file
            ? (file, await evidence.GetAsync(digest, cancellation) ?? throw new InvalidOperationException($"The evidence {digest} that the ledger names is gone: restore it from a backup."))
            : null;

    /// <summary>Keeps what the inspected party says against the result.</summary>
    /// <param name="acting">The officer of the team who took it down.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="text">What it says.</param>
    /// <param name="on">When it was made.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Object"/>; role (RI2013) or department (RI2012).</exception>
    public Task ObjectAsync(Acting acting, string visit, string text, LocalDate on, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Object, null, found => [found.Object(text, acting.Person.Id, on, Today(acting))], cancellation);

    /// <summary>Decides on the open objection.</summary>
    /// <param name="acting">The head of the department's authority, not of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="decision">How.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.DecideObjection"/>; role (RI2013) or department (RI2012).</exception>
    public Task DecideObjectionAsync(Acting acting, string visit, ObjectionDecision decision, string reason, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.DecideObjection, reason, found => [found.DecideObjection(decision, reason, acting.Person.Id)], cancellation);

    /// <summary>Corrects the result of an item after an objection was upheld.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="item">The item.</param>
    /// <param name="result">The result.</param>
    /// <param name="note">What was found.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Correct"/>; role (RI2013) or department (RI2012).</exception>
    public Task CorrectAsync(Acting acting, string visit, string item, ItemResult result, string note, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Correct, null, found => [found.Correct(item, result, note, acting.Person.Id)], cancellation);

    /// <summary>Lays down by when what was ordered has to be done.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="measure">The number of the order.</param>
    /// <param name="dueOn">The last day.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Follow"/>; role (RI2013) or department (RI2012).</exception>
    public Task FollowAsync(Acting acting, string visit, int measure, LocalDate dueOn, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Follow, null, found => [found.Follow(measure, dueOn, acting.Person.Id)], cancellation);

    /// <summary>Keeps what a re-check found.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="measure">The number of the order.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="note">What was seen.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Recheck"/>; role (RI2013) or department (RI2012).</exception>
    public Task RecheckAsync(Acting acting, string visit, int measure, RecheckOutcome outcome, string note, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Recheck, null, found => [found.Recheck(measure, outcome, note, acting.Person.Id, Today(acting))], cancellation);
}
