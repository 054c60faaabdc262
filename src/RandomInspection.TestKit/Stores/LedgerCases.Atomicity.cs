using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.TestKit;

/// <content>All or nothing: conflicts, faults, cancellations, crashes, and the two logs apart.</content>
internal static partial class LedgerCases
{
    private static async Task ConflictAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 3)), cancellation);
        foreach ((string stream, int expected, int actual) in new[] { ("a", 0, 3), ("a", 2, 3), ("a", 4, 3), ("b", 1, 0) })
        {
            AppendConflictException refused = await Soundness.RefusedAsync<AppendConflictException>(
                store, () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append(stream, expected)), cancellation), $"Version {expected} of {stream}", cancellation);
            Expect.Equal(("RI6001", stream, expected, actual), (refused.Refusal.Code, refused.Stream, refused.Expected, refused.Actual), "The refusal");
        }

        await Soundness.OfAsync(store, cancellation);
    }

    private static Task ConflictOfOneAsync(Trial<StoreUnderTest> trial) => NothingOfAsync<AppendConflictException>(
        trial, commit => commit with { Appends = [.. commit.Appends, Scene.Append("standing", 9)] }, "A commit of which one stream conflicts");

    private static Task UnknownEffectAsync(Trial<StoreUnderTest> trial) =>
        NothingOfAsync<NotSupportedException>(trial, commit => commit with { Effect = new Unknown() }, "A commit with an effect that nobody knows");

    private static Task FaultAsync(Trial<StoreUnderTest> trial) => NothingOfAsync<Exception>(
        trial, commit => commit with { Effect = new SubjectMerge(2, [Scene.Subject(8), null!, Scene.Subject(9)]) }, "A commit whose merge holds a subject that is none");

    /// <summary>A commit of entries, a row, a merge and a piece that is made wrong: nothing of it may be there, and the right one must still go through.</summary>
    private static async Task NothingOfAsync<TException>(Trial<StoreUnderTest> trial, Func<LedgerCommit, LedgerCommit> spoil, string what)
        where TException : Exception
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Subject(1)) with { Views = [Scene.Task("T1", "先")] }, cancellation);
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("standing")), cancellation);
        LedgerCommit right = Whole();
        await Soundness.RefusedAsync<TException>(store, () => store.Ledger.CommitAsync(spoil(right), cancellation), what, cancellation);
        await NothingThereAsync(store, what, cancellation);
        await store.Ledger.CommitAsync(right, cancellation);
        await AllThereAsync(store, cancellation);
    }

    private static LedgerCommit Whole() => Scene.Merge(2, Scene.Subject(2), Scene.Subject(1) with { Name = "改名" }) with
    {
        Appends = [Scene.Append("directory/subjects", 1), Scene.Append("whole", 0, 3)],
        Views = [Scene.Task("T1", "后"), Scene.Task("T2")],
        Personal = [PersonalTextCases.Piece(1)],
    };

    private static async Task NothingThereAsync(StoreUnderTest store, string what, CancellationToken cancellation)
    {
        Expect.Same([], await store.Ledger.ReadStreamAsync("whole", cancellation), $"{what}: its stream");
        Expect.Equal("先", (await store.Views.FindAsync<TaskView>("T1", cancellation))?.Title, $"{what}: the row that it would have replaced");
        Expect.Equal(null, await store.Views.FindAsync<TaskView>("T2", cancellation), $"{what}: the row that it would have added");
        Expect.Equal(1L, await store.Subjects.VersionAsync(cancellation), $"{what}: the directory's version");
        Expect.Same([Scene.Subject(1)], await Scene.AllAsync(store.Subjects.ReadAsync(cancellation), cancellation), $"{what}: the directory");
        Expect.Equal(0, (await store.PersonalTexts.FindAsync([PersonalTextCases.Piece(1).Commitment], cancellation)).Count, $"{what}: the piece of personal data");
        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task AllThereAsync(StoreUnderTest store, CancellationToken cancellation)
    {
        Expect.Equal(3, (await store.Ledger.ReadStreamAsync("whole", cancellation)).Length, "Entries of the whole commit");
        Expect.Equal("后", (await store.Views.FindAsync<TaskView>("T1", cancellation))?.Title, "The row that it replaced");
        Expect.Equal(Scene.Task("T2"), await store.Views.FindAsync<TaskView>("T2", cancellation), "The row that it added");
        Expect.Equal(2L, await store.Subjects.VersionAsync(cancellation), "The directory's version");
        Expect.Equal("改名", (await store.Subjects.FindAsync(Scene.Code(1), cancellation))?.Name, "The subject that it changed");
        Expect.Equal(1, (await store.PersonalTexts.FindAsync([PersonalTextCases.Piece(1).Commitment], cancellation)).Count, "The piece of personal data");
        await Soundness.OfAsync(store, cancellation);
    }

    /// <summary>Cancelled before, and at many moments while it is written: what is there afterwards is all of a commit or nothing.</summary>
    private static async Task CancellationAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await Soundness.RefusedAsync<OperationCanceledException>(
            store, () => store.Ledger.CommitAsync(Scene.Rows("before", Scene.Task("before")), new CancellationToken(canceled: true)), "A commit that was cancelled before it began", cancellation);
        Expect.Equal(null, await store.Views.FindAsync<TaskView>("before", cancellation), "Its row");
        for (int attempt = 0; attempt < 30; attempt++)
        {
            string stream = $"cancelled/{attempt}";
            LedgerCommit commit = Scene.Commit(Scene.Append(stream, 0, 20), Scene.Append(stream + "b", 0, 20)) with
            {
                Views = [.. Enumerable.Range(0, 20).Select(n => Scene.Task($"{stream}/{n}", "取消", stream))],
            };
            using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            source.CancelAfter(TimeSpan.FromMicroseconds(100 * attempt));
            bool acknowledged = true;
            try
            {
                await store.Ledger.CommitAsync(commit, source.Token);
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested)
            {
                acknowledged = false;
            }

            int first = (await store.Ledger.ReadStreamAsync(stream, cancellation)).Length, second = (await store.Ledger.ReadStreamAsync(stream + "b", cancellation)).Length;
            int rows = await store.Views.CountAsync(new Specification<TaskView>(task => task.PlanId == stream, task => task.Key), cancellation);
            Expect.True((first, second, rows) is (0, 0, 0) or (20, 20, 20), $"Attempt {attempt}: all or nothing, and not {first} and {second} entries with {rows} rows");
            Expect.True(!acknowledged || rows == 20, $"Attempt {attempt}: what was acknowledged is there");
        }

        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task CrashAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        if (store.CrashBeforeCommit is not { } crash)
        {
            throw new NotApplicableException("实现者没有提供在提交前中止的办法（CrashBeforeCommit）。", "The implementer provides no way to stop before the commit (CrashBeforeCommit).");
        }

        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Subject(1)) with { Views = [Scene.Task("T1", "先")] }, cancellation);
        LedgerHead before = await store.Ledger.HeadAsync(LedgerLog.Public, cancellation);
        await using StoreUnderTest afterwards = await crash(Whole(), cancellation);
        Expect.Equal(before, await afterwards.Ledger.HeadAsync(LedgerLog.Public, cancellation), "Head after the crash");
        await NothingThereAsync(afterwards, "After the crash", cancellation);
        await afterwards.Ledger.CommitAsync(Whole(), cancellation);
        await AllThereAsync(afterwards, cancellation);
    }

    private static async Task ReopenAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        if (store.Reopen is not { } reopen)
        {
            throw new NotApplicableException("此存储不在进程之外保存（Reopen）。", "Nothing of this store outlives the process (Reopen).");
        }

        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Subject(1)) with { Views = [Scene.Task("T1", Scene.Rare)], Reason = Scene.Rare }, cancellation);
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("secret", 0, 2)), cancellation);
        string digest = await store.Evidence.PutAsync("证据"u8.ToArray(), cancellation);
        ImmutableArray<LedgerEntry> written = await Soundness.OfAsync(store, cancellation);
        await using StoreUnderTest again = await reopen(cancellation);
        Expect.Same(written, await Soundness.OfAsync(again, cancellation), "Entries after the restart");
        Expect.Equal(2, (await Soundness.OfAsync(again, cancellation, LedgerLog.Sealed)).Length, "Sealed entries after the restart");
        Expect.Equal(Scene.Rare, (await again.Views.FindAsync<TaskView>("T1", cancellation))?.Title, "The row after the restart");
        Expect.Same([Scene.Subject(1)], await Scene.AllAsync(again.Subjects.ReadAsync(cancellation), cancellation), "The directory after the restart");
        Expect.True(await again.Evidence.GetAsync(digest, cancellation) is not null, "The file after the restart");
        await again.Ledger.CommitAsync(Scene.Commit(Scene.Append("directory/subjects", 1)), cancellation);
        await Soundness.OfAsync(again, cancellation);
    }

    private static async Task EmbargoAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("public/1", 0, 3)), cancellation);
        LedgerHead before = await store.Ledger.HeadAsync(LedgerLog.Public, cancellation);
        ImmutableArray<LedgerEntry> written = await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("surprise/1", 0, 5)), cancellation);
        Expect.Same([1L, 2, 3, 4, 5], written.Select(e => e.Sequence), "Sequence of the sealed log");
        Expect.Equal(before, await store.Ledger.HeadAsync(LedgerLog.Public, cancellation), "Head of the public log after a sealed commit");
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("public/2", 0, 2)), cancellation);
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("surprise/2")), cancellation);

        ImmutableArray<LedgerEntry> open = await Soundness.OfAsync(store, cancellation);
        Expect.Same(["public/1", "public/1", "public/1", "public/2", "public/2"], open.Select(e => e.Stream), "Streams of the public log");
        for (int after = 0; after < 8; after++)
        {
            Expect.True(
                (await store.Ledger.ReadAsync(LedgerLog.Public, after, 8, cancellation)).All(e => e.Stream.StartsWith("public/", StringComparison.Ordinal)),
                $"No sealed entry in the public log after {after}");
        }

        ImmutableArray<LedgerEntry> secret = await Soundness.OfAsync(store, cancellation, LedgerLog.Sealed);
        Expect.Equal(6, secret.Length, "Entries of the sealed log");
        Expect.Same(secret.Where(e => e.Stream == "surprise/1"), await store.Ledger.ReadStreamAsync("surprise/1", cancellation), "A sealed stream by its name");
    }

    private static async Task OneLogAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 2)), cancellation);
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("b")), cancellation);
        await Soundness.RefusedAsync<ArgumentException>(
            store, () => store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("c"), Scene.Append("a", 2)), cancellation), "A public stream in a sealed commit", cancellation);
        await Soundness.RefusedAsync<ArgumentException>(
            store, () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append("b", 1)), cancellation), "A sealed stream in a public commit", cancellation);
        await Soundness.RefusedAsync<AppendConflictException>(
            store, () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append("b")), cancellation), "A sealed stream begun anew in public", cancellation);
        Expect.Same([], await store.Ledger.ReadStreamAsync("c", cancellation), "What would have been written with it");
    }

    private sealed class Unknown : ILedgerEffect
    {
        public string Name => "kit";
    }
}
