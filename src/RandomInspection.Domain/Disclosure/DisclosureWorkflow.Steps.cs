using System.Collections.Immutable;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <content>Publishing in channels, exempting, correcting and taking down.</content>
public sealed partial class DisclosureWorkflow
{
    /// <summary>Publishes in channels: what goes there is made from the records through the redaction policy, and the receipts are kept.</summary>
    /// <param name="acting">A publisher of the department that has to publish.</param>
    /// <param name="obligations">The obligations' ids, distinct, one or more.</param>
    /// <param name="channelIds">The channels by id, one or more; in one that is not connected it was published by hand, which the publisher states.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">
    /// As for a single one by words; there is no such channel (RI2216), or a channel refuses (RI2220 to RI2223) or does not answer (RI2224).
    /// What a channel has accepted by then stays there: the same step done again finds it and goes on.
    /// </exception>
    public async Task PublishAsync(Acting acting, IReadOnlyCollection<string> obligations, ImmutableArray<string> channelIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentOutOfRangeException.ThrowIfZero(obligations.Count, nameof(obligations));
        DisclosureChannel[] named = [.. channelIds.Distinct(StringComparer.Ordinal).Select(id => channels.Find(id) ?? throw DisclosureStepRefusals.UnknownChannel.Refuse(("channel", id)))];
        if (named.Length == 0)
        {
            throw DisclosureRefusals.ChannelMissing.Refuse();
        }

        List<(DisclosureObligation Open, int Version)> all = [];
        Actor? actor = null;
        foreach (string obligation in obligations)
        {
            (DisclosureObligation open, int version) = await ReadAsync(obligation, cancellation);
            actor = acting.As(DisclosureSteps.Publish, open.Origin.DepartmentId);
            await RequirePublishableAsync(open, cancellation);
            if (open.Publication is null)
            {
                open.RequirePublishable();
            }

            all.Add((open, version));
        }

        string words = string.Join('、', named.Select(channel => channel.ChineseName));
        List<StreamAppend> appends = [];
        List<IView> rows = [];
        foreach ((DisclosureObligation open, int version) in all)
        {
            ImmutableArray<ChannelReceipt> receipts = open.Publication is null
                ? await SendAsync(named.Select(channel => channel.Id), ItemOf(open, 1, ChannelStep.Published, await contents.OfAsync(open, cancellation), acting), cancellation)
                : [];
            DisclosureEvent.Published published = open.Publish(
                words, acting.Person.Id, acting.At, [.. named.Select(channel => channel.Id)], receipts.IsEmpty ? null : receipts);
            appends.Add(new StreamAppend(Stream(open.Origin.Obligation), version, [codec.Encode(published)]));
            rows.Add(ObligationView.Of(open));
        }

        await PublishedAsync(actor!, acting.At, appends, rows, cancellation);
    }

    /// <summary>Proposes not to publish something.</summary>
    /// <param name="acting">A publisher of the department that has to publish.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="ground">On what ground.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DisclosureObligation.ProposeExemption"/>; there is no such obligation (RI2201); role (RI2013) or department (RI2012).</exception>
    public Task ProposeExemptionAsync(Acting acting, string obligation, ExemptionGround ground, string reason, CancellationToken cancellation) =>
        StepAsync(acting, obligation, DisclosureSteps.ProposeExemption, reason, open => open.ProposeExemption(ground, reason, acting.Person.Id), cancellation);

    /// <summary>Decides on a proposed exemption.</summary>
    /// <param name="acting">The head of the department's authority, not who proposed it.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="decision">How.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DisclosureObligation.DecideExemption"/>; there is no such obligation (RI2201); role (RI2013) or department (RI2012).</exception>
    public Task DecideExemptionAsync(Acting acting, string obligation, ExemptionDecision decision, string reason, CancellationToken cancellation) =>
        StepAsync(acting, obligation, DisclosureSteps.DecideExemption, reason, open => open.DecideExemption(decision, reason, acting.Person.Id), cancellation);

    /// <summary>Corrects what was published in the channels that hold it: the records as they stand now, and why they differ.</summary>
    /// <param name="acting">A publisher of the department that published.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="reason">Why; published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="DisclosureObligation.Correct"/>; the records say what is published already (RI2215); there is no such obligation (RI2201); a channel
    /// refuses (RI2220 to RI2223) or does not answer (RI2224); role (RI2013) or department (RI2012).
    /// </exception>
    public async Task CorrectAsync(Acting acting, string obligation, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(reason);
        (DisclosureObligation published, int version) = await ReadAsync(obligation, cancellation);
        Actor actor = acting.As(DisclosureSteps.Correct, published.Origin.DepartmentId);
        published.RequireCorrectable();

        // What differs is looked for in the records, not in the reason.
        string asItWas = published.Corrections is [.., var last] ? await contents.CorrectionAsync(published, last.Reason, cancellation) : await contents.OfAsync(published, cancellation);
        ChannelReceipt? held = published.Corrections is [.., { Receipts: [var corrected, ..] }] ? corrected : published.Publication!.Receipts?.FirstOrDefault();
        if (held?.Digest == ItemOf(published, 1, ChannelStep.Corrected, asItWas, acting).Digest)
        {
            throw DisclosureStepRefusals.NothingDiffers.Refuse(("obligation", obligation));
        }

        int revision = published.Revision + 1;
        DisclosureEvent.Corrected step = published.Correct(reason, acting.Person.Id, acting.At, []);
        ImmutableArray<ChannelReceipt> receipts = await SendAsync(
            published.HeldBy, ItemOf(published, revision, ChannelStep.Corrected, await contents.CorrectionAsync(published, step.Reason, cancellation), acting), cancellation);
        await CommitAsync(published, version, step with { Receipts = receipts }, actor, acting, step.Reason, cancellation);
    }

    /// <summary>Orders to take down what was published: the duty to do so within three working days begins.</summary>
    /// <param name="acting">The head of the department's authority.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="ground">On what ground.</param>
    /// <param name="reason">Why; published with the tombstone, so it must not repeat what is taken down.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DisclosureObligation.OrderWithdrawal"/>; there is no such obligation (RI2201); role (RI2013) or department (RI2012).</exception>
    /// <remarks>Source: 行政处罚法 48, 85; 总局令第45号: 3 working days.</remarks>
    public async Task OrderWithdrawalAsync(Acting acting, string obligation, WithdrawalGround ground, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DisclosureObligation published, int version) = await ReadAsync(obligation, cancellation);
        Actor actor = acting.As(DisclosureSteps.OrderWithdrawal, published.Origin.DepartmentId);
        DisclosureEvent.WithdrawalOrdered ordered = published.OrderWithdrawal(ground, reason, acting.Person.Id);
        (WorkingDayCalendar calendar, int seen) = await calendars.ReadAsync(cancellation);
        NodaTime.LocalDate today = LegalTime.DayOf(acting.At);
        DisclosureEvent.Raised duty = new(
            TakeDownDuty(obligation), DisclosureOccasion.DecisionWithdrawn, published.Origin.About, $"撤下：{StateWords.Of(published.Origin.Occasion).Chinese}", published.Origin.DepartmentId, today,
            DueDate.By(rules, DisclosureOccasion.DecisionWithdrawn, today, calendar));
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                ordered.Reason,
                [
                    new StreamAppend(CalendarInUse.Stream, seen, []),
                    new StreamAppend(Stream(obligation), version, [codec.Encode(ordered)]),
                    new StreamAppend(Stream(duty.Obligation), 0, [codec.Encode(duty)]),
                ],
                [ObligationView.Of(published), ObligationView.Of(DisclosureObligation.Replay([duty]))]),
            cancellation);
    }

    /// <summary>Takes down what was published, in every channel that holds it: a tombstone stands there that says why and does not repeat it.</summary>
    /// <param name="acting">A publisher of the department that published.</param>
    /// <param name="obligation">The id of what was published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="DisclosureObligation.Withdraw"/>; there is no such obligation (RI2201); a channel refuses (RI2220 to RI2223) or does not answer (RI2224);
    /// role (RI2013) or department (RI2012).
    /// </exception>
    public async Task TakeDownAsync(Acting acting, string obligation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DisclosureObligation published, int version) = await ReadAsync(obligation, cancellation);
        Actor actor = acting.As(DisclosureSteps.TakeDown, published.Origin.DepartmentId);
        published.RequireWithdrawable();
        ImmutableArray<ChannelReceipt> receipts = await SendAsync(
            published.HeldBy, ItemOf(published, published.Revision + 1, ChannelStep.Withdrawn, contents.Tombstone(published, acting.At), acting), cancellation);
        DisclosureEvent.Withdrawn withdrawn = published.Withdraw(acting.Person.Id, acting.At, receipts);
        (DisclosureObligation duty, int seen) = await ReadAsync(TakeDownDuty(obligation), cancellation);
        DisclosureEvent.Published met = duty.Publish(published.Publication!.Channel, acting.Person.Id, acting.At, published.Publication.Channels, receipts.IsEmpty ? null : receipts);
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                published.Withdrawal!.Reason,
                [
                    new StreamAppend(Stream(obligation), version, [codec.Encode(withdrawn)]),
                    new StreamAppend(Stream(TakeDownDuty(obligation)), seen, [codec.Encode(met)]),
                ],
                [ObligationView.Of(published), ObligationView.Of(duty)]),
            cancellation);
        if (SecretNumbers.Has(obligation))
        {
            await publications.ReleaseAsync(acting.At, cancellation);
        }
    }

    /// <summary>The duty to take down what another published.</summary>
    /// <param name="obligation">The id of what was published.</param>
    public static string TakeDownDuty(string obligation) => $"withdraw-{obligation}";

    /// <summary>Whether a duty is to take down what another published.</summary>
    /// <param name="obligation">Its id.</param>
    public static bool IsTakeDown(string obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return obligation.StartsWith(TakeDownDuty(""), StringComparison.Ordinal);
    }

    /// <summary>The duty to publish a measure of a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="number">The measure's number within it.</param>
    public static string MeasureDuty(string visit, int number) => $"measure-{visit}-{number}";

    /// <summary>Writes that duties were met; those of surprise inspections in the sealed log, and from there in the publication stream.</summary>
    private async Task PublishedAsync(Actor actor, NodaTime.Instant at, List<StreamAppend> appends, List<IView> rows, CancellationToken cancellation)
    {
        ILookup<bool, StreamAppend> bySecrecy = appends.ToLookup(append => SecretNumbers.LogOf(append.Stream) == LedgerLog.Sealed);
        foreach (IGrouping<bool, StreamAppend> one in bySecrecy.OrderBy(group => group.Key))
        {
            await ledger.CommitAsync(new LedgerCommit(actor, at, null, [.. one], [.. rows.Where(row => SecretNumbers.Has(row.Key) == one.Key)]), cancellation);
        }

        if (bySecrecy[true].Any())
        {
            await publications.ReleaseAsync(at, cancellation);
        }
    }

    private static ChannelItem ItemOf(DisclosureObligation about, int revision, ChannelStep step, string content, Acting acting) =>
        new(about.Origin.Obligation, revision, step, content, acting.At);

    private async Task<ImmutableArray<ChannelReceipt>> SendAsync(IEnumerable<string> channelIds, ChannelItem item, CancellationToken cancellation)
    {
        ImmutableArray<ChannelReceipt>.Builder receipts = ImmutableArray.CreateBuilder<ChannelReceipt>();
        foreach (IDisclosureChannel channel in channelIds.Select(channels.Connected).OfType<IDisclosureChannel>())
        {
            receipts.Add(await channel.SendAsync(item, cancellation));
        }

        return receipts.DrainToImmutable();
    }

    private async Task RequirePublishableAsync(DisclosureObligation open, CancellationToken cancellation)
    {
        if (open.Origin.Occasion is DisclosureOccasion.CatalogueReported or DisclosureOccasion.LegalBasisChanged)
        {
            throw CatalogueRefusals.MetByVersion.Refuse(("obligation", open.Origin.Obligation), ("department", open.Origin.DepartmentId));
        }

        if (IsTakeDown(open.Origin.Obligation))
        {
            throw DisclosureStepRefusals.TakeDownIsAStep.Refuse(("obligation", open.Origin.Obligation));
        }

        if (await EmbargoWorkflow.OfAsync(views, open.Origin.Obligation, cancellation) is not null)
        {
            throw DisclosureStepRefusals.UnderEmbargo.Refuse(("obligation", open.Origin.Obligation));
        }

        if (open.Origin.Occasion == DisclosureOccasion.ResultFormed
            && await views.FindAsync<VisitView>(open.Origin.About, cancellation) is { Status: not VisitStatus.Audited })
        {
            throw DisclosureRefusals.NotAudited.Refuse(("obligation", open.Origin.Obligation), ("visit", open.Origin.About));
        }
    }

    private async Task StepAsync(
        Acting acting, string obligation, WorkStep row, string reason, Func<DisclosureObligation, DisclosureEvent> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DisclosureObligation found, int version) = await ReadAsync(obligation, cancellation);
        Actor actor = acting.As(row, found.Origin.DepartmentId);
        await CommitAsync(found, version, step(found), actor, acting, reason, cancellation);
    }

    private Task CommitAsync(
        DisclosureObligation about, int version, DisclosureEvent happened, Actor actor, Acting acting, string? reason, CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor, acting.At, reason, [new StreamAppend(Stream(about.Origin.Obligation), version, [codec.Encode(happened)])], [ObligationView.Of(about)]),
            cancellation);
}
