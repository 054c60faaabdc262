using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Rows that hold from a later day take effect on it: once, in order, as merges of their own.</summary>
public abstract class EffectiveDayTests
{
    private static readonly Subject[] Subjects = [.. SampleSubjects.Generate(6).Select(s => s with { Status = SubjectStatus.Active })];
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeEffectAsync_DaysHaveCome_EachOnceAndInOrder()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        DirectoryWorkflow directories = store.Get<DirectoryWorkflow>();
        ISubjectDirectory directory = store.Get<ISubjectDirectory>();
        await MergeAsync(store, Monday, [.. Subjects[..4]]);
        DirectoryEvent.Merged merged = await MergeAsync(
            store,
            Monday,
            [Subjects[0] with { Status = SubjectStatus.Suspended }],
            new DatedSubject(Monday, Subjects[1] with { Name = "今天" }),
            new DatedSubject(Monday.PlusDays(2), Subjects[2] with { Status = SubjectStatus.Deregistered }),
            new DatedSubject(Monday.PlusDays(1), Subjects[3] with { Name = "明天" }),
            new DatedSubject(Monday.PlusDays(2), Subjects[4]));
        Assert.Equal((2, 2, 1), (merged.Version, merged.Updated, merged.StatusChanged));
        Assert.Equal([(Monday.PlusDays(1), 1), (Monday.PlusDays(2), 2)], merged.Deferred!.Value.Select(due => (due.On, due.Subjects)));

        // What waits for its day is evidence: a check of the store that did not know it would not miss it.
        ImmutableArray<string> waiting = [.. merged.Deferred.Value.SelectMany(due => due.Kept)];
        Assert.Equal(2, waiting.Length);
        Assert.Empty(waiting.Except(DomainEvidence.Of(merged)));
        foreach (string part in waiting)
        {
            Assert.NotNull(await store.Get<IEvidenceStore>().GetAsync(part, Cancellation));
        }

        // A later file says of the same day something else of the same subject: the later word counts.
        await MergeAsync(store, Monday, [], new DatedSubject(Monday.PlusDays(2), Subjects[2] with { Name = "改名", Status = SubjectStatus.Revoked }));
        Assert.Empty(await directories.TakeEffectAsync(At(Monday), Cancellation));
        Assert.Equal(Subjects[2], await directory.FindAsync(Subjects[2].Code, Cancellation));

        DirectoryEvent.TookEffect first = Assert.Single(await directories.TakeEffectAsync(At(Monday.PlusDays(1)), Cancellation));
        Assert.Equal((4, 2, Monday.PlusDays(1), 1, 0), (first.Version, first.OfVersion, first.On, first.Updated, first.StatusChanged));
        Assert.Empty(await directories.TakeEffectAsync(At(Monday.PlusDays(1)), Cancellation));

        ImmutableArray<DirectoryEvent.TookEffect> rest = await directories.TakeEffectAsync(At(Monday.PlusDays(9)), Cancellation);
        Assert.Equal([(5L, 2L, 1, 1, 1), (6L, 3L, 0, 1, 1)], rest.Select(e => (e.Version, e.OfVersion, e.Inserted, e.Updated, e.StatusChanged)));
        Assert.Equal(("改名", SubjectStatus.Revoked), await directory.FindAsync(Subjects[2].Code, Cancellation) is { } renamed ? (renamed.Name, renamed.Status) : default);
        Assert.Equal(Subjects[4], await directory.FindAsync(Subjects[4].Code, Cancellation));
        Assert.Equal(6, await directory.VersionAsync(Cancellation));
        Assert.Empty(await directories.TakeEffectAsync(At(Monday.PlusDays(99)), Cancellation));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareAsync_SomethingIsDue_TheFrameHasIt()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        Subject gone = (await store.Get<ISubjectDirectory>().SearchAsync("", DirectoryCriteria.Everything with { Statuses = [SubjectStatus.Active] }, 0, 1, Cancellation)).Page[0];
        LocalDate today = Way.Morning.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;
        await store.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper),
            new SubjectFile("changes.csv", new string('1', 64), [], 0, 0) { Dated = [new DatedSubject(today, gone with { Status = SubjectStatus.Deregistered })] },
            Way.Morning - Duration.FromDays(1),
            Cancellation);
        await way.StepAsync("prepare");

        FrozenTask frozen = Assert.Single((await way.Draws.FindAsync(Way.DrawId, Cancellation)).Preparation.Tasks);
        Frame frame = FrameFile.Read(await way.Draws.FrameFileAsync(Way.DrawId, Way.TaskId, Cancellation));
        Assert.DoesNotContain(frame.Units, unit => unit.Id == gone.Code);
        Assert.Equal(await store.Get<ISubjectDirectory>().VersionAsync(Cancellation), frozen.DirectoryVersion);
    }

    private static Instant At(LocalDate day) => day.AtMidnight().PlusHours(9).InZoneLeniently(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    private static Task<DirectoryEvent.Merged> MergeAsync(TemporaryStore store, LocalDate day, Subject[] subjects, params ImmutableArray<DatedSubject> dated) =>
        store.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper), new SubjectFile("x.csv", new string('0', 64), [.. subjects], 0, 0) { Dated = dated }, At(day), Cancellation);
}
