using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A draw, step by step, from freezing the frame to the record: each method is one transaction.</summary>
/// <remarks>The steps of the ceremony serve a match's seed too, by the match's id. Roles and departments are checked here, the ceremony's own rules in <see cref="DrawCeremony"/>.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="directories">What is due in the directory takes effect before a frame is taken.</param>
/// <param name="evidence">Where frames, keys and records are kept.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="engine">The draw.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="signer">Who signs what is published.</param>
/// <param name="publication">What the public sees of a draw.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="elsewhere">Where tasks are drawn; <see langword="null"/> for here, by <paramref name="engine"/>.</param>
public sealed partial class DrawWorkflow(
    ILedger ledger,
    IViews views,
    DirectoryWorkflow directories,
    IEvidenceStore evidence,
    TaskWorkflow tasks,
    IDrawEngine engine,
    DrawHashes hashes,
    DocumentSigner signer,
    PublicationRules publication,
    EventCodec codec,
    ITaskDraws? elsewhere = null)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The ceremony of a draw.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2011).</exception>
    public async Task<DrawCeremony> FindAsync(string draw, CancellationToken cancellation) => (await ReadAsync(draw, cancellation)).Ceremony;

    /// <summary>Freezes a task's frame and fixes its design: the draw gets the year's next number.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task; its plan is approved.</param>
    /// <param name="frameKey">32 random bytes of the host's generator.</param>
    /// <param name="hash">The name of the hash.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The draw's id, for example <c>D2026-0001</c>.</returns>
    /// <exception cref="InputRefusedException">
    /// The plan is not approved (RI2101), there is no design (RI2102), the frame is frozen already (RI2103) or empty (RI2104), the
    /// design does not fit it (RI1210 to RI1215), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    public Task<string> PrepareAsync(Acting acting, string taskId, FrameKey frameKey, string hash, CancellationToken cancellation) =>
        PrepareAsync(acting, [new TaskToDraw(taskId, frameKey)], hash, cancellation);

    /// <summary>The drawing operator joins with a key of their own.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="key">The public key, <c>ecdsa-p256:BASE64</c>.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Enrol"/>; role (RI2013) or department (RI2012).</exception>
    public Task EnrolOperatorAsync(Acting acting, string draw, string key, CancellationToken cancellation) =>
        OperateAsync(acting, CeremonySteps.EnrolOperator, draw, null, ceremony => ceremony.Enrol(Party(acting, SeedAssurance.DrawingRole, key)), cancellation);

    /// <summary>A witness joins with a key of their own.</summary>
    /// <param name="acting">A witness, of another department than those whose tasks are drawn.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="key">The public key, <c>ecdsa-p256:BASE64</c>.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Enrol"/>; role (RI2013); the drawing department's own person (RI1334), or that of a department that shares the draw (RI1353).</exception>
    public async Task EnrolWitnessAsync(Acting acting, string draw, string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        await RequireNoPartInMatchAsync(acting, draw, cancellation);
        await StepAsync(
            draw, ceremony => AsWitness(acting, ceremony.Preparation), acting.At, null, ceremony => ceremony.Enrol(Party(acting, "witness", key)), cancellation);
    }

    /// <summary>Lays down that the seed is made from the host's own value alone: nobody witnesses.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw; nobody has joined yet.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Enrol"/>; role (RI2013) or department (RI2012).</exception>
    public Task EnrolSystemAsync(Acting acting, string draw, CancellationToken cancellation) =>
        OperateAsync(
            acting,
            CeremonySteps.EnrolSystem,
            draw,
            null,
            ceremony => ceremony.Enrol(new CeremonyParty("host", SeedAssurance.DrawingRole, ContributionKind.System, acting.Person.Id)),
            cancellation);

    /// <summary>Lays down a public value that comes in after the last reveal.</summary>
    /// <param name="acting">A drawing operator of the drawing department, who will enter it.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="name">Its name in the opening, 1 to 64 visible ASCII characters without a colon.</param>
    /// <param name="source">Where it comes from, in words.</param>
    /// <param name="outcomes">How many outcomes are equally likely, as a decimal string; <see langword="null"/> if not said.</param>
    /// <param name="time">When it is fixed, in words.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Enrol"/>; role (RI2013) or department (RI2012).</exception>
    public Task AddPublicValueAsync(
        Acting acting, string draw, string name, string source, string? outcomes, string? time, CancellationToken cancellation) =>
        OperateAsync(
            acting,
            CeremonySteps.AddPublicValue,
            draw,
            null,
            ceremony => ceremony.Enrol(new CeremonyParty(
                name, "public", ContributionKind.Public, acting.Person.Id, Source: source, Encoding: "utf-8", Outcomes: outcomes, Time: time)),
            cancellation);

    /// <summary>Publishes the opening, signed if the host signs.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="deadlines">When commitments and reveals are due.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Open"/>; role (RI2013) or department (RI2012); the signer fails (RI1342, RI1343).</exception>
    public async Task OpenAsync(Acting acting, string draw, OpeningDeadlines deadlines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DrawCeremony ceremony, int version) = await ReadAsync(draw, cancellation);
        Actor actor = acting.As(CeremonySteps.Open, ceremony.Preparation.DepartmentId);
        CeremonyEvent.Opened opened = ceremony.Open(deadlines, acting.At);
        opened = opened with { Signature = await signer.SignAsync(Encoding.UTF8.GetBytes(opened.Opening), ceremony.Preparation.Hash, cancellation) };
        await CommitAsync(ceremony, version, [opened], [], actor, acting.At, null, cancellation);
    }

    /// <summary>A party commits.</summary>
    /// <param name="acting">The party's person.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="signature">The signature by the party's key.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Commit"/>.</exception>
    public Task CommitAsync(Acting acting, string draw, Digest commitment, string? signature, CancellationToken cancellation) =>
        PartakeAsync(acting, CeremonySteps.Commit, draw, party => ceremony => ceremony.Commit(party, acting.Person.Id, commitment, signature, acting.At), cancellation);

    /// <summary>A party reveals.</summary>
    /// <param name="acting">The party's person.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="valueHex">The value.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Reveal"/>.</exception>
    public Task RevealAsync(Acting acting, string draw, string valueHex, CancellationToken cancellation) =>
        PartakeAsync(acting, CeremonySteps.Reveal, draw, party => ceremony => ceremony.Reveal(party, acting.Person.Id, valueHex, acting.At), cancellation);

    /// <summary>Enters the public value.</summary>
    /// <param name="acting">The operator who laid it down.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="name">Its name in the opening.</param>
    /// <param name="value">The value as text; its UTF-8 counts.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.EnterPublicValue"/>; role (RI2013) or department (RI2012).</exception>
    public Task EnterPublicValueAsync(Acting acting, string draw, string name, string value, CancellationToken cancellation) =>
        OperateAsync(
            acting,
            CeremonySteps.EnterPublicValue,
            draw,
            null,
            ceremony => ceremony.EnterPublicValue(name, acting.Person.Id, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value)), acting.At),
            cancellation);

    /// <summary>Strikes out a party that missed its deadline.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="party">The party.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.Strike"/>; role (RI2013) or department (RI2012).</exception>
    public Task StrikeAsync(Acting acting, string draw, string party, CancellationToken cancellation) =>
        OperateAsync(acting, CeremonySteps.Strike, draw, null, ceremony => ceremony.Strike(party, acting.At), cancellation);

    /// <summary>Draws, and keeps the record in its views.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="systemValue">
    /// 32 bytes of the host's own generator, made for this step, where the seed rests on them alone (<see cref="DrawCeremony.AwaitsSystemValue"/>);
    /// <see langword="null"/> otherwise. It is written with the selection in one transaction, so nobody sees the one before the other.
    /// </param>
    /// <exception cref="RefusalException">
    /// Values are missing (RI1320), none is left (RI1310), or the system value is missing (RI1352), too late (RI1330) or malformed (RI1308);
    /// role (RI2013) or department (RI2012).
    /// </exception>
    public async Task DrawAsync(Acting acting, string draw, CancellationToken cancellation, ReadOnlyMemory<byte>? systemValue = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DrawCeremony ceremony, int version) = await ReadAsync(draw, cancellation);
        Actor actor = acting.As(CeremonySteps.Draw, ceremony.Preparation.DepartmentId);
        List<CeremonyEvent> happened = [];
        if (systemValue is { } value)
        {
            happened.Add(ceremony.GiveSystemValue(value.Span, acting.At));
        }

        Seed seed = ceremony.Seed();
        List<RecordedTask> results = [];
        List<CoordinatedTask> together = [];
        bool shared = ceremony.Preparation.Tasks.Length > 1;
        foreach (FrozenTask task in ceremony.Preparation.Tasks)
        {
            Frame frame = await FrameOfAsync(task, cancellation);
            DrawResult result = await ResultAsync(ceremony, task, frame, seed, cancellation);
            RecordedDirectory recorded = new(
                task.DirectoryVersion,
                task.Criteria,
                task.LeftOut.ToImmutableSortedDictionary(StringComparer.Ordinal),
                task.Resting?.ToImmutableSortedDictionary(StringComparer.Ordinal));
            results.Add(RecordBuilder.Task(task.TaskId, task.Design, result, recorded, publication.Classes == ClassPublication.Published ? frame : null));
            if (shared)
            {
                together.Add(new CoordinatedTask(frame, [.. result.Cells.Select(c => c.Expectation)], [.. result.Selected.Select(u => u.Id)]));
            }
        }

        DrawRecord record = CeremonyRecord.Drawn(ceremony, [.. results], acting.At, publication.Classes);
        CeremonyEvent.Drawn drawn = ceremony.Draw(record, acting.At, shared ? CoordinationCount.Of(together) : null);
        happened.Add(drawn with { Signatures = await SignAsync(record, cancellation) });
        await KeepAsync(record, cancellation);
        (ImmutableArray<StreamAppend> joined, ImmutableArray<IView> rows) = await SettleSupplementAsync(ceremony, record, acting.At, cancellation);
        joined = [.. joined, .. await SettleChoicesAsync(ceremony, record, cancellation)];
        await CommitAsync(ceremony, version, happened, joined, actor, acting.At, null, cancellation, rows);
        await EndElsewhereAsync(ceremony);
    }

    /// <summary>One person asks to void the draw.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="reason">Why; published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.ProposeVoid"/>; role (RI2013) or department (RI2012).</exception>
    public Task ProposeVoidAsync(Acting acting, string draw, string reason, CancellationToken cancellation) =>
        OperateAsync(acting, CeremonySteps.ProposeVoid, draw, reason, ceremony => ceremony.ProposeVoid(reason, acting.Person.Id), cancellation);

    /// <summary>A second person agrees: the draw is void and its tasks may be drawn in a further attempt.</summary>
    /// <param name="acting">The head of the drawing department's authority.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawCeremony.ConfirmVoid"/>; role (RI2013) or department (RI2012).</exception>
    public async Task ConfirmVoidAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DrawCeremony ceremony, int version) = await ReadAsync(draw, cancellation);
        Actor actor = acting.As(CeremonySteps.ConfirmVoid, ceremony.Preparation.DepartmentId);
        CeremonyEvent.Voided voided = ceremony.ConfirmVoid(acting.Person.Id, acting.At);
        if (ceremony.Opening is not null)
        {
            DrawRecord record = CeremonyRecord.Void(ceremony, new VoidedDraw(voided.Reason, voided.By, voided.At));
            await KeepAsync(record, cancellation);
            voided = voided with { Signatures = await SignAsync(record, cancellation) };
        }

        (ImmutableArray<StreamAppend> list, ImmutableArray<IView> rows) = await SettleSupplementAsync(ceremony, null, acting.At, cancellation);
        List<StreamAppend> released = [.. list, .. await SettleChoicesAsync(ceremony, null, cancellation)];
        foreach (FrozenTask frozen in ceremony.Preparation is { Supplements: null, Choice: null } ? ceremony.Preparation.Tasks : [])
        {
            (InspectionTask task, _, int taskVersion) = await tasks.ReadAsync(frozen.TaskId, cancellation);
            released.Add(new StreamAppend(TaskWorkflow.Stream(frozen.TaskId), taskVersion, [codec.Encode(task.Release())]));
        }

        if (ceremony.Preparation.Match is { } match)
        {
            foreach (string matched in match.Joined.Prepend(match.TaskId))
            {
                (InspectionTask task, _, int taskVersion) = await tasks.ReadAsync(matched, cancellation);
                released.Add(new StreamAppend(TaskWorkflow.Stream(matched), taskVersion, [codec.Encode(task.ReleaseMatch())]));
            }
        }

        await CommitAsync(ceremony, version, [voided], [.. released], actor, acting.At, voided.Reason, cancellation, rows);
    }

    private static CeremonyParty Party(Acting acting, string role, string key) =>
        new(acting.Person.Id, role, ContributionKind.Committed, acting.Person.Id, key);

    /// <summary>The stream of a ceremony: draws and matches have numbers of their own.</summary>
    internal static string Stream(string ceremony) => ceremony.StartsWith('M') ? $"match/{ceremony}" : $"draw/{ceremony}";

    private async Task<FrozenTask> FreezeAsync(InspectionTask task, TaskView row, Instant at, FrameKey key, string hash, CancellationToken cancellation)
    {
        TaskEvent.Designed designed = task.Design!;
        RestingUnits? resting = await tasks.RestingAsync(row, designed.Resting, at, cancellation);
        await directories.TakeEffectAsync(at, cancellation);
        TakenFrame taken = await FrameSource.TakeAsync(
            await tasks.DirectoryAsync(at, cancellation), designed, resting, cancellation);
        Frame frame = taken.Frame;
        if (frame.Size == 0)
        {
            throw PlanningRefusals.EmptyFrame.Refuse(("task", task.Id));
        }

        // The directory may have changed since the design was set: it must fit the frame that is frozen.
        _ = engine.Expect(frame.Cells, DesignDocument.Parse(designed.Design).Design);
        return await FreezeAsync(task, taken, resting, key, designed.Design, hash, cancellation);
    }

    private async Task<FrozenTask> FreezeAsync(
        InspectionTask task, TakenFrame taken, RestingUnits? resting, FrameKey key, string design, string hash, CancellationToken cancellation) =>
        new(
            task.Id,
            engine.Root(taken.Frame, key, hash).Hex,
            taken.Frame.Size,
            await evidence.PutAsync(FrameFile.Write(taken.Frame), cancellation),
            await evidence.PutAsync(Encoding.ASCII.GetBytes(key.Hex), cancellation),
            design,
            hashes[hash].Digest(design).Hex,
            taken.Version,
            TaskWorkflow.CriteriaText(task.Design!, resting, taken, await tasks.CataloguesAsync(task, cancellation)),
            taken.LeftOut,
            resting is null ? null : RestingCell.Count(taken.Resting.Select(unit => unit.Codes[0])),
            resting is null ? null : await evidence.PutAsync(RestingFile.Write(taken.Resting), cancellation),
            Listed: taken.Listed.Entries.Count,
            ListedFile: taken.Listed.Entries.IsEmpty ? null : await evidence.PutAsync(ListedFile.Write(taken.Listed.Entries), cancellation),
            Embargo: SecretNumbers.Has(task.Id) ? Embargo.UntilVisitsEnd : Embargo.None);

    private Task OperateAsync(Acting acting, WorkStep rule, string draw, string? reason, Func<DrawCeremony, CeremonyEvent> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        return StepAsync(
            draw, ceremony => acting.As(rule, ceremony.Preparation.DepartmentId), acting.At, reason, step, cancellation);
    }

    /// <summary>A step of the party that is the acting person's own.</summary>
    private Task PartakeAsync(Acting acting, WorkStep rule, string draw, Func<string, Func<DrawCeremony, CeremonyEvent>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        return StepAsync(draw, _ => acting.As(rule), acting.At, null, step(acting.Person.Id), cancellation);
    }

    private async Task StepAsync(
        string draw, Func<DrawCeremony, Actor> actor, Instant at, string? reason, Func<DrawCeremony, CeremonyEvent> step, CancellationToken cancellation)
    {
        (DrawCeremony ceremony, int version) = await ReadAsync(draw, cancellation);
        Actor acting = actor(ceremony);
        await CommitAsync(ceremony, version, [step(ceremony)], [], acting, at, reason, cancellation);
    }

    internal async Task<(DrawCeremony Ceremony, int Version)> ReadAsync(string draw, CancellationToken cancellation)
    {
        (ImmutableArray<CeremonyEvent> events, int version) = await ledger.ReadEventsAsync<CeremonyEvent>(codec, Stream(draw), cancellation);
        return version > 0 ? (DrawCeremony.Replay(hashes, events), version) : throw PlanningRefusals.UnknownDraw.Refuse(("draw", draw));
    }

    /// <summary>The row of a ceremony: a draw's or a match's.</summary>
    internal static IView Row(DrawCeremony ceremony)
    {
        int year = int.Parse(ceremony.Id.AsSpan(1, 4), CultureInfo.InvariantCulture);
        return ceremony.Preparation.Match is null ? DrawView.Of(ceremony, year) : MatchView.Of(ceremony, year);
    }

    private Task CommitAsync(
        DrawCeremony ceremony,
        int version,
        IReadOnlyList<CeremonyEvent> happened,
        ImmutableArray<StreamAppend> further,
        Actor actor,
        Instant at,
        string? reason,
        CancellationToken cancellation,
        ImmutableArray<IView> rows = default) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                reason,
                [new StreamAppend(Stream(ceremony.Id), version, [.. happened.Select(codec.Encode)]), .. further],
                [Row(ceremony), .. rows.IsDefault ? [] : rows]),
            cancellation);
}
