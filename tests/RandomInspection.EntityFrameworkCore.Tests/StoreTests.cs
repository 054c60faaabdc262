using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The store itself: append-only, one transaction, tables as the model says, frames of one version.</summary>
public abstract class StoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""UPDATE "ledger" SET "Actor" = 'x' WHERE "Sequence" = 1""")]
    [InlineData("""UPDATE "ledger" SET "Data" = "Data" """)]
    [InlineData("""DELETE FROM "ledger" WHERE "Sequence" = 1""")]
    [InlineData("""DELETE FROM "ledger" """)]
    public async Task Ledger_WrittenEntry_CannotBeChanged(string sql)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("addTask");
        Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<DbException>(() => store.ExecuteAsync(sql))).Message, StringComparison.Ordinal);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task MigrateAsync_Twice_ChangesNothing()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("submit");
        await using DbConnection connection = await store.ConnectAsync();
        string[] before = await SchemaText.OfAsync(connection);
        await using TemporaryStore again = await TemporaryStore.CreateAsync(store.Folder);
        Assert.Equal(before, await SchemaText.OfAsync(connection));
        await LedgerAssert.IsSoundAsync(again);
    }

    [Fact]
    public async Task RemoveKeptForNowAsync_ForNowAndForGood_OnlyOldUnconfirmedBytesGo()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        IEvidenceStore evidence = store.Get<IEvidenceStore>();
        Instant at = Way.Morning, later = at + Duration.FromHours(1);
        string old = await evidence.PutForNowAsync("old"u8.ToArray(), at, Cancellation);
        string young = await evidence.PutForNowAsync("young"u8.ToArray(), later, Cancellation);
        string sentAgain = await evidence.PutForNowAsync("sent again"u8.ToArray(), at, Cancellation);
        await evidence.PutForNowAsync("sent again"u8.ToArray(), later, Cancellation);
        string confirmed = await evidence.PutForNowAsync("confirmed"u8.ToArray(), at, Cancellation);
        await evidence.PutAsync("confirmed"u8.ToArray(), Cancellation);
        string forGood = await evidence.PutAsync("for good"u8.ToArray(), Cancellation);
        await evidence.PutForNowAsync("for good"u8.ToArray(), at, Cancellation);

        Assert.Equal(1, await evidence.RemoveKeptForNowAsync(later, Cancellation));

        Assert.Null(await evidence.GetAsync(old, Cancellation));
        foreach (string digest in new[] { young, sentAgain, confirmed, forGood })
        {
            Assert.NotNull(await evidence.GetAsync(digest, Cancellation));
        }

        Assert.Equal(0, await evidence.RemoveKeptForNowAsync(later, Cancellation));
    }

    [Fact]
    public async Task CommitAsync_MomentFinerThanTheColumn_EntriesReadBackAsHashed()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        Acting precise = Way.Drafter with { At = Way.Morning + Duration.FromNanoseconds(123_456_789) };
        await store.Get<PlanWorkflow>().BeginAsync(precise, 2026, "计划", Cancellation);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task CommitAsync_SecondStreamConflicts_NothingOfTheFirstIsWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("begin");
        ILedger ledger = store.Get<ILedger>();
        LedgerHead before = await ledger.HeadAsync(LedgerLog.Public, Cancellation);
        EncodedEvent happened = new("plan.submitted", "{\"by\":\"ni\"}");
        LedgerCommit commit = new(
            Actor.System,
            Way.Morning,
            null,
            [new StreamAppend("x/1", 0, [happened]), new StreamAppend("plan/P2026-001", 7, [happened])],
            [(await store.Get<IViews>().FindAsync<PlanView>(Way.PlanId, Cancellation))! with { Title = "x" }]);
        AppendConflictException conflict = await Assert.ThrowsAsync<AppendConflictException>(() => ledger.CommitAsync(commit, Cancellation));
        Assert.Equal(("plan/P2026-001", 7, 1, "RI6001"), (conflict.Stream, conflict.Expected, conflict.Actual, conflict.Refusal.Code));
        Assert.Equal(before, await ledger.HeadAsync(LedgerLog.Public, Cancellation));
        Assert.Empty(await ledger.ReadStreamAsync("x/1", Cancellation));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task MergeAsync_InsertUpdateUnchanged_CountedAndKept()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        Subject[] subjects = [.. SampleSubjects.Generate(20)];
        Assert.Equal((1, 20, 0, 0), Counts(await Merge(store, subjects)));
        Assert.Equal((2, 0, 0, 20), Counts(await Merge(store, subjects)));
        Subject renamed = subjects[3] with { Name = "𠮷 100%_改名", EstablishedOn = null };
        Assert.Equal((3, 2, 1, 4), Counts(await Merge(store, [.. subjects[..3], renamed, subjects[9], .. SampleSubjects.Generate(22).Skip(20)])));

        ISubjectDirectory directory = store.Get<ISubjectDirectory>();
        Assert.Equal(3, await directory.VersionAsync(Cancellation));
        Assert.Equal(renamed, await directory.FindAsync(renamed.Code, Cancellation));
        Assert.Null(await directory.FindAsync("nobody", Cancellation));
        Assert.Equal(22, (await directory.CountAsync(Cancellation)).Sum(c => c.Subjects));
        Assert.Equal([renamed], (await directory.SearchAsync("100%_", DirectoryCriteria.Everything, 0, 10, Cancellation)).Page);
        Assert.Equal((1, 22L), (await directory.SearchAsync("", DirectoryCriteria.Everything, 21, 10, Cancellation)) is var (page, total) ? (page.Length, total) : default);
        Assert.Equal(2, (await directory.FindAsync([subjects[0].Code, renamed.Code, "nobody"], Cancellation)).Count);
        List<Subject> all = [];
        await foreach (Subject subject in directory.ReadAsync(Cancellation))
        {
            all.Add(subject);
        }

        Assert.Equal(SampleSubjects.Generate(22).Select(s => s.Code == renamed.Code ? renamed : s).OrderBy(s => s.Code, StringComparer.Ordinal), all);
        ImmutableArray<LedgerEntry> entries = await store.Get<ILedger>().ReadStreamAsync(DirectoryEvent.Stream, Cancellation);
        Assert.Equal([1, 2, 3], entries.Select(e => e.Version));
        static (long, int, int, int) Counts(DirectoryEvent.Merged m) => (m.Version, m.Inserted, m.Updated, m.Unchanged);
    }

    [Fact]
    public async Task PrepareAsync_MergeWhileTheFrameIsTaken_FrameIsOfOneVersion()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        Subject[] later = [.. SampleSubjects.Generate(500).Select(s => s with { CreditClass = "D", Status = SubjectStatus.Active })];
        Interrupted interrupted = new(store.Get<ISubjectDirectory>(), () => Merge(store, later));
        await using TemporaryStore other = await TemporaryStore.CreateAsync(store.Folder, services => services.AddSingleton<ISubjectDirectory>(interrupted));
        using Way freezing = new(other);
        await freezing.StepAsync("prepare");

        FrozenTask frozen = Assert.Single((await freezing.Draws.FindAsync(Way.DrawId, Cancellation)).Preparation.Tasks);
        Frame frame = FrameFile.Read(await freezing.Draws.FrameFileAsync(Way.DrawId, Way.TaskId, Cancellation));
        Assert.True(interrupted.Times > 1);
        Assert.Equal((2L, 500), (frozen.DirectoryVersion, frame.Size));
        Assert.All(frame.Units, u => Assert.Equal("D", u.Class));
    }

    [Fact]
    public async Task EvidenceStore_SameBytesTwice_OneFile()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        IEvidenceStore evidence = store.Get<IEvidenceStore>();
        string digest = await evidence.PutAsync("abc"u8.ToArray(), Cancellation);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digest);
        Assert.Equal(digest, await evidence.PutAsync("abc"u8.ToArray(), Cancellation));
        Assert.Equal("abc"u8.ToArray(), await evidence.GetAsync(digest, Cancellation));
        Assert.Null(await evidence.GetAsync(new string('0', 64), Cancellation));
    }

    private static Task<DirectoryEvent.Merged> Merge(TemporaryStore store, IEnumerable<Subject> subjects) => store.Get<DirectoryWorkflow>().MergeAsync(
        new Actor("ku", Role.DirectoryKeeper), new SubjectFile("x.csv", new string('0', 64), [.. subjects], 0, 0), Way.Morning, Cancellation);

    /// <summary>A directory into which something is merged while it is read for the first time.</summary>
    private sealed class Interrupted(ISubjectDirectory directory, Func<Task> merge) : ISubjectDirectory
    {
        public int Times { get; private set; }

        public Task<long> VersionAsync(CancellationToken cancellation) => directory.VersionAsync(cancellation);

        public IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => ReadAsync(directory.ReadAsync(cancellation));

        private async IAsyncEnumerable<Subject> ReadAsync(IAsyncEnumerable<Subject> subjects)
        {
            int read = 0;
            bool first = Times++ == 0;
            await foreach (Subject subject in subjects)
            {
                if (first && read++ == 100)
                {
                    await merge();
                }

                yield return subject;
            }
        }

        public IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation) => ReadAsync(directory.ReadAsync(criteria, cancellation));

        public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => directory.CountAsync(cancellation);

        public Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation) => directory.CountAsync(criteria, cancellation);

        public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => directory.TagsAsync(cancellation);

        public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation) =>
            directory.FindAsync(codes, criteria, cancellation);

        public Task<Subject?> FindAsync(string code, CancellationToken cancellation) => directory.FindAsync(code, cancellation);

        public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) => directory.FindAsync(codes, cancellation);

        public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) =>
            directory.SearchAsync(text, criteria, skip, take, cancellation);
    }
}
