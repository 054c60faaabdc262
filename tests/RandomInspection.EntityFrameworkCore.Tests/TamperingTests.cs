using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Whatever single thing somebody changes in a database of 10,000 entries, the check finds it.</summary>
/// <remarks>How many changes are tried is <c>RI_TAMPERING</c>, 60 if nothing is said; <c>eng/tampering.sh</c> tries 200.</remarks>
public sealed class TamperingTests
{
    private static readonly int Changes = int.TryParse(Environment.GetEnvironmentVariable("RI_TAMPERING"), CultureInfo.InvariantCulture, out int changes) ? changes : 60;

    private static readonly TamperingKind[] Kinds = Enum.GetValues<TamperingKind>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_NothingChanged_NoDifferenceAndNothingLeftUnchecked()
    {
        await using Copy copy = await Copy.OfAsync();
        Assert.True(copy.Entries >= 9_700, $"{copy.Entries} entries");
        using (new Tampering(copy.File, copy.Named))
        {
            // The triggers went and came back: that alone is no difference, or every change below would be found for it.
        }

        Assert.Null(await copy.CheckAsync());
    }

    [Fact]
    public async Task RunAsync_AnySingleChange_Found()
    {
        int seed = Random.Shared.Next(), made = 0;
        Random random = new(seed);
        await using Copy copy = await Copy.OfAsync();
        Dictionary<(string Table, TamperingKind Kind), int> tried = [];
        while (made < Changes)
        {
            copy.Renew();
            string? what;
            using (Tampering tampering = new(copy.File, copy.Named))
            {
                // Tables and kinds take turns, so that small tables are changed as often as large ones.
                string[] tables = tampering.Tables();
                (string table, TamperingKind kind) = (tables[random.Next(tables.Length)], Kinds[random.Next(Kinds.Length)]);
                what = tampering.Change(random, table, kind);
                tried[(table, kind)] = tried.GetValueOrDefault((table, kind)) + (what is null ? 0 : 1);
            }

            if (what is not null)
            {
                made++;
                Refusal? difference = await copy.CheckAsync();
                Assert.True(difference is not null, $"Seed {seed}, change {made} was not found: {what}");
                Assert.DoesNotMatch(@"\{\w+\}", difference.Reason(Language.Chinese));
            }
        }

        TamperingReport.Write("SQLite", tried);
    }

    [Theory]
    [InlineData("DELETE FROM ledger WHERE Sequence > 9000", "RI6076")]
    [InlineData("DELETE FROM ledger WHERE Sequence > 9000; UPDATE ledger_head SET Size = 9000 WHERE Id = 1", "RI6076")]
    [InlineData("DELETE FROM ledger WHERE Sequence > 8192; DELETE FROM ledger_node WHERE Log = 0 AND (\"Index\" + 1) * (1 << Level) > 8192", "RI6076")]
    [InlineData("DELETE FROM sealed_ledger", "RI6076")]
    [InlineData("DELETE FROM ledger WHERE Sequence = 1", "RI6073")]
    [InlineData("UPDATE ledger SET Sequence = -5 WHERE Sequence = 17", "RI6073")]
    [InlineData("UPDATE ledger SET Data = CAST(Data AS BLOB) WHERE Sequence = 17", "RI6072")]
    [InlineData("UPDATE ledger SET Role = lower(Role) WHERE Sequence = 17", "RI6074")]
    [InlineData("UPDATE ledger SET Reason = '' WHERE Sequence = 17", "RI6074")]
    [InlineData("UPDATE ledger SET At = At + 1 WHERE Sequence = 10", "RI6074")]
    [InlineData("UPDATE ledger_node SET Hash = zeroblob(32) WHERE Log = 0 AND Level = 0 AND \"Index\" = 7", "RI6074")]
    [InlineData("UPDATE ledger_node SET Hash = zeroblob(32) WHERE Log = 0 AND Level = 13", "RI6075")]
    [InlineData("INSERT INTO ledger_node VALUES (0, 40, 0, zeroblob(32))", "RI6075")]
    [InlineData("INSERT INTO ledger_node VALUES (7, 0, 0, zeroblob(32))", "RI6075")]
    [InlineData("UPDATE ledger_head SET Root = upper(Root) WHERE Id = 1", "RI6076")]
    [InlineData("INSERT INTO ledger_head SELECT 3, Frontier, Root, Size FROM ledger_head WHERE Id = 1", "RI6076")]
    [InlineData("UPDATE visit_view SET Status = 'audited' WHERE Key IN (SELECT Key FROM visit_view WHERE Status = 'Audited' LIMIT 1)", "RI6083")]
    [InlineData("UPDATE seat_view SET Replaced = 'x' WHERE Key IN (SELECT Key FROM seat_view LIMIT 1)", "RI6083")]
    [InlineData("DELETE FROM obligation_view WHERE Key IN (SELECT Key FROM obligation_view LIMIT 1)", "RI6081")]
    [InlineData("INSERT INTO plan_view (Key, ApprovedAt, DepartmentId, Status, Tasks, Title, Year, Kind) SELECT Key || '0', ApprovedAt, DepartmentId, Status, Tasks, Title, Year, Kind FROM plan_view", "RI6082")]
    [InlineData("UPDATE subject SET CreditClass = 'A' WHERE Code IN (SELECT Code FROM subject WHERE CreditClass = 'D' LIMIT 1)", "RI6087")]
    [InlineData("UPDATE inspector SET Name = Name || ' ' WHERE Id IN (SELECT Id FROM inspector LIMIT 1)", "RI6087")]
    [InlineData("UPDATE inspector SET Certificates = '[[\"D1\",\"2223-09-01\",\"2028-08-31\"]]' WHERE Id IN (SELECT Id FROM inspector LIMIT 1)", "RI6087")]
    [InlineData("UPDATE inspector SET Certificates = 'null' WHERE Id IN (SELECT Id FROM inspector LIMIT 1)", "RI6087")]
    [InlineData("UPDATE inspector SET Leave = '[[\"2026-02-02\",\"2026-01-01\"]]' WHERE Id IN (SELECT Id FROM inspector LIMIT 1)", "RI6087")]
    [InlineData("DELETE FROM subject WHERE Code IN (SELECT Code FROM subject LIMIT 1)", "RI6087")]
    [InlineData("INSERT INTO subject (Code, CreditClass, EstablishedOn, Kind, Name, Region, Scope, Status, Trade, Tags) SELECT Code || 'x', CreditClass, EstablishedOn, Kind, Name, Region, Scope, Status, Trade, Tags FROM subject LIMIT 1", "RI6087")]
    [InlineData("UPDATE directory SET Version = 1 WHERE Name = 'subjects'", "RI6087")]
    [InlineData("INSERT INTO directory VALUES ('firms', 1)", "RI6087")]
    [InlineData("DELETE FROM evidence", "RI6085")]
    [InlineData("UPDATE evidence SET Bytes = Bytes || x'00'", "RI6084")]
    [InlineData("INSERT INTO evidence_for_now SELECT digest, 0 FROM named LIMIT 1", "RI6085")]
    [InlineData("UPDATE personal SET Text = Text || ' '", "RI6086")]
    [InlineData("DELETE FROM personal", "RI6086")]
    [InlineData("UPDATE personal SET About = NULL, Salt = NULL, Text = NULL, ErasedAt = 17", "RI6086")]
    [InlineData("UPDATE disclosed_view SET Number = Number + 1", "RI6083")]
    [InlineData("CREATE TRIGGER more AFTER INSERT ON ledger BEGIN SELECT 1; END", "RI6070")]
    [InlineData("DROP INDEX \"IX_ledger_Stream_Version\"", "RI6070")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId LIKE '%AddProofs'", "RI6094")]
    public async Task RunAsync_ThisChange_NamedForWhatItIs(string sql, string code)
    {
        await using Copy copy = await Copy.OfAsync();
        using (Tampering tampering = new(copy.File, copy.Named))
        {
            tampering.Execute(sql);
        }

        Refusal? difference = await copy.CheckAsync();
        Assert.Equal(code, difference?.Code);
        Assert.DoesNotMatch(@"\{\w+\}", difference!.Reason(Language.English));
    }

    /// <summary>Several threads read and compare; the difference that is named is the one that a single one would have met first.</summary>
    [Theory]
    [InlineData("UPDATE ledger SET Data = Data || ' ' WHERE Sequence IN (4097, 4099, 8500, 9600)", "RI6074", "sequence", "4097")]
    [InlineData("DELETE FROM ledger WHERE Sequence = 4500; UPDATE ledger SET At = At + 1 WHERE Sequence IN (4400, 4600)", "RI6074", "sequence", "4400")]
    [InlineData("UPDATE ledger SET Data = x'00' WHERE Sequence = 8200; DELETE FROM ledger_node WHERE Log = 0 AND Level = 3 AND \"Index\" = 600", "RI6075", "index", "600")]
    [InlineData("UPDATE visit_view SET Region = '?' WHERE Key >= 'P2026-001-T01-V2000'; DELETE FROM obligation_view", "RI6083", "key", null)]
    public async Task RunAsync_SeveralChanges_TheFirstIsNamed(string sql, string code, string value, string? first)
    {
        await using Copy copy = await Copy.OfAsync();
        using (Tampering tampering = new(copy.File, copy.Named))
        {
            tampering.Execute(sql);
        }

        first ??= await copy.FirstAsync("SELECT min(Key) FROM visit_view WHERE Region = '?'");
        for (int time = 0; time < 5; time++)
        {
            Refusal? difference = await copy.CheckAsync();
            Assert.Equal((code, first), (difference?.Code, difference?[value]?.ToString()));
        }
    }

    [Fact]
    public async Task RunAsync_TriggersGone_Found()
    {
        await using Copy copy = await Copy.OfAsync();
        await using (SqliteConnection connection = new($"Data Source={copy.File};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER ledger_no_delete";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Refusal? difference = await copy.CheckAsync();
        Assert.Equal("RI6070", difference?.Code);
        Assert.Equal("ledger_no_delete", difference!["name"]);
    }

    /// <summary>Who cuts off the end and recomputes everything leaves a store that is sound in itself; a checkpoint kept elsewhere shows it.</summary>
    [Fact]
    public async Task RunAsync_CutOffAndRecomputed_OnlyACheckpointShows()
    {
        await using Copy copy = await Copy.OfAsync();
        KeptCheckpoint before = await copy.CheckpointAsync();
        KeptCheckpoint earlier = await copy.CutOffAsync(9_000);

        Assert.Null(await copy.CheckAsync());
        Assert.Null(await copy.CheckAsync(earlier));
        Assert.Null(await copy.CheckAsync(new KeptCheckpoint(LedgerLog.Sealed, 0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot()))));
        Assert.Equal("RI6091", (await copy.CheckAsync(before))?.Code);
        Assert.Equal("RI6090", (await copy.CheckAsync(earlier with { Root = before.Root }))?.Code);
        Assert.Equal("RI6090", (await copy.CheckAsync(earlier with { Size = 8_191 }))?.Code);
    }

    /// <summary>A copy of the 10,000 entries, to be changed.</summary>
    private sealed class Copy : IAsyncDisposable
    {
        private readonly string _original;
        private readonly TemporaryStore _store;

        private Copy(string original, TemporaryStore store) => (_original, _store) = (original, store);

        public string File => _store.File;

        public long Entries { get; private set; }

        public IReadOnlyList<string> Named { get; private set; } = [];

        public static async Task<Copy> OfAsync()
        {
            string original = await TenThousandEntries.FileAsync();
            TemporaryStore store = await TemporaryStore.CreateAsync();
            store.IsTampered = true;
            Copy copy = new(original, store);
            copy.Renew();
            ILedger ledger = store.Get<ILedger>();
            copy.Entries = (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size;
            copy.Named = [.. (await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).SelectMany(entry => DomainEvidence.Of(DomainEvents.Codec.Decode(entry))).Distinct()];
            return copy;
        }

        /// <summary>The file as it was before anybody touched it.</summary>
        public void Renew()
        {
            ClearPool();
            foreach (string beside in new[] { "-wal", "-shm", "-journal" })
            {
                System.IO.File.Delete(File + beside);
            }

            System.IO.File.Copy(_original, File, overwrite: true);
        }

        public async Task<Refusal?> CheckAsync(params KeptCheckpoint[] checkpoints)
        {
            await using StoreCheck check = await StoreCheck.BeginAsync(_store.Services, [.. checkpoints], Cancellation);
            Refusal? difference = await check.RunAsync(Cancellation);
            Assert.True(difference is not null || check.Notes.Count == 0);
            return difference;
        }

        /// <summary>The value of a question.</summary>
        public async Task<string?> FirstAsync(string sql)
        {
            await using SqliteConnection connection = new($"Data Source={File};Pooling=False");
            await connection.OpenAsync(Cancellation);
            await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(Cancellation) as string;
        }

        public async Task<KeptCheckpoint> CheckpointAsync()
        {
            LedgerHead head = await _store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
            return new KeptCheckpoint(LedgerLog.Public, head.Size, head.Root);
        }

        /// <summary>Cuts the public log off behind an entry, and makes subtrees, head and views anew.</summary>
        public async Task<KeptCheckpoint> CutOffAsync(long size)
        {
            MerkleFrontier frontier = MerkleFrontier.Empty;
            foreach (LedgerEntry entry in await _store.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, (int)size, Cancellation))
            {
                frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)));
            }

            string root = Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree));
            ClearPool();
            using (Tampering tampering = new(File, Named))
            {
                tampering.Execute(FormattableString.Invariant(
                    $"""
                    DELETE FROM ledger WHERE Sequence > {size};
                    DELETE FROM ledger_node WHERE Log = 0 AND ("Index" + 1) * (1 << Level) > {size};
                    UPDATE ledger_head SET Size = {size}, Root = '{root}', Frontier = x'{Convert.ToHexString(frontier.ToBytes())}' WHERE Id = 1;
                    """));
            }

            await _store.Services.RebuildViewsAsync(null, Cancellation);
            return new KeptCheckpoint(LedgerLog.Public, size, root);
        }

        /// <summary>Nobody holds the file any more; other tests keep their connections.</summary>
        private void ClearPool()
        {
            using SqliteConnection connection = new($"Data Source={File}");
            SqliteConnection.ClearPool(connection);
        }

        public ValueTask DisposeAsync() => _store.DisposeAsync();
    }
}
