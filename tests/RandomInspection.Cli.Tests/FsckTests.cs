using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

public sealed class FsckTests : IDisposable
{
    private readonly Ri _ri = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fsck_SoundStore_CleanAndUntouched()
    {
        string database = await StoreAsync("市场监管计划");
        byte[] before = await File.ReadAllBytesAsync(database, Cancellation);

        RiRun run = Ri.Run("fsck", database).Done();

        Assert.StartsWith("public 2 ", run.Output, StringComparison.Ordinal);
        Assert.Equal("0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", run["sealed"]);
        Assert.EndsWith("clean\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("agrees: streams, events and views", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database, Cancellation));
    }

    [Fact]
    public async Task FsckAndRebuild_EditedView_NamedInBothLanguagesThenMended()
    {
        string database = await StoreAsync("市场监管计划");
        await SmallStore.ExecuteAsync(database, "UPDATE plan_view SET Title = '改过的计划'");

        RiRun english = Ri.Run("fsck", database);
        RiRun chinese = Ri.Run("fsck", database, "--lang", "zh");

        Assert.Equal((1, 1), (english.Code, chinese.Code));
        Assert.Equal("RI6083", english["difference"]);
        Assert.Equal(english.Output, chinese.Output);
        foreach (string value in new[] { "plan_view", "P2026-001", "\"改过的计划\"", "\"市场监管计划\"", "Title" })
        {
            Assert.Contains(value, english.Error, StringComparison.Ordinal);
            Assert.Contains(value, chinese.Error, StringComparison.Ordinal);
        }

        Assert.Contains("ri views rebuild", english.Error, StringComparison.Ordinal);
        Assert.Equal("2", Ri.Run("views", "rebuild", database).Done()["rows"]);
        Ri.Run("fsck", database).Done();
    }

    [Fact]
    public async Task Fsck_Checkpoints_ConsistentGrownAndRewritten()
    {
        string database = await StoreAsync("市场监管计划");
        Ri.Run("fsck", database, "--keep", _ri["kept.txt"]).Done();
        string kept = await File.ReadAllTextAsync(_ri["kept.txt"], Cancellation);
        Ri.Run("fsck", database, "--checkpoint", _ri["kept.txt"], "--checkpoint", _ri["kept.txt"]).Done();

        RiRun ahead = Ri.Run("fsck", database, "--checkpoint", _ri.Write("ahead.txt", kept.Replace("\n2\n", "\n3\n", StringComparison.Ordinal)));
        Assert.Equal((1, "RI6091"), (ahead.Code, ahead["difference"]));
        RiRun other = Ri.Run("fsck", database, "--checkpoint", _ri.Write("other.txt", kept.Replace("\n2\n", "\n1\n", StringComparison.Ordinal)));
        Assert.Equal((1, "RI6090"), (other.Code, other["difference"]));

        // An old backup is sound in itself; the checkpoint kept since shows what it lacks.
        string younger = await StoreAsync("另一个计划");
        Assert.Equal("RI6090", Ri.Run("fsck", younger, "--checkpoint", _ri["kept.txt"])["difference"]);
    }

    [Fact]
    public async Task FsckAndRebuild_PostgreSql_CleanNamedThenMended()
    {
        string name = Path.GetFileName(_ri.Folder);
        await PostgreSqlDatabases.CreateAsync(name);
        try
        {
            string database = await PostgreSqlDatabases.ConnectionStringAsync(name);
            await SmallStore.FillAsync(services => services.UsePostgreSql($"{database};Pooling=false"), "市场监管计划");
            RiRun clean = Ri.Run("fsck", database, "--keep", _ri["kept.txt"]).Done();
            Assert.StartsWith("public 2 ", clean.Output, StringComparison.Ordinal);
            Assert.EndsWith("clean\n", clean.Output, StringComparison.Ordinal);
            Ri.Run("fsck", database, "--checkpoint", _ri["kept.txt"]).Done();

            await using (NpgsqlConnection connection = new($"{database};Pooling=false"))
            {
                await connection.OpenAsync(Cancellation);
                await using NpgsqlCommand command = new("""UPDATE plan_view SET "Title" = '改过的计划'""", connection);
                await command.ExecuteNonQueryAsync(Cancellation);
            }

            RiRun edited = Ri.Run("fsck", database);
            Assert.Equal((1, "RI6083"), (edited.Code, edited["difference"]));
            Assert.Contains("\"改过的计划\"", edited.Error, StringComparison.Ordinal);
            Assert.Equal("2", Ri.Run("views", "rebuild", database).Done()["rows"]);
            Ri.Run("fsck", database).Done();
        }
        finally
        {
            await PostgreSqlDatabases.DropAsync(name);
        }
    }

    [Fact]
    public async Task Fsck_PostgreSqlWithoutTablesOrWithoutDatabase_Refused()
    {
        string name = Path.GetFileName(_ri.Folder);
        await PostgreSqlDatabases.CreateAsync(name);
        try
        {
            string database = await PostgreSqlDatabases.ConnectionStringAsync(name);
            Ri.Run("fsck", database).Refused("RI6093", $"Database={name}", "ledger_head");
            Ri.Run("views", "rebuild", database).Refused("RI6093", "ledger_head");
            Ri.Run("fsck", database.Replace(name, "none", StringComparison.Ordinal)).Refused("RI6093", "Database=none");
        }
        finally
        {
            await PostgreSqlDatabases.DropAsync(name);
        }
    }

    [Theory]
    [InlineData("Host=/nowhere;Database=inspection;Username=ri;Password=geheim;Timeout=1", "Host=/nowhere;Database=inspection")]
    [InlineData("Host=/nowhere;Password=geheim;Port=achtzig", "Host=…")]
    [InlineData("Database=inspection;Password=geheim", "Host=?")]
    [InlineData("Hots=db;Password=geheim", "hots")]
    public void Fsck_ConnectionStringThatLeadsNowhere_RefusedWithoutItsPassword(string database, string shown)
    {
        RiRun run = Ri.Run("fsck", database).Refused("RI6093", shown);
        Assert.DoesNotContain("geheim", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Who has the file has not the log's key: what stands in the log and what is given must be signed by it.</summary>
    [Fact]
    public async Task Fsck_LogKey_EveryCheckpointMustBeSignedByIt()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CheckpointSigner signer = new(ToyLog.Origin, new SignatureAlgorithms(), new EcdsaP256Signer(key));
        string logKey = signer.Key!.ToString(), otherKey = new CheckpointSigner(ToyLog.Origin, new SignatureAlgorithms(), new EcdsaP256Signer(other)).Key!.ToString();
        string database = await StoreAsync("市场监管计划");
        Assert.Equal("0", Ri.Run("fsck", database, "--log-key", logKey).Done()["signed"]);
        CheckpointView checkpoint = await CheckpointAsync(database, signer);
        string given = _ri.Write("given.txt", checkpoint.Note);

        Assert.Equal("2", Ri.Run("fsck", database, "--log-key", logKey, "--checkpoint", given).Done()["signed"]);
        Assert.Equal("2", Ri.Run("fsck", database, "--log-key", otherKey, "--log-key", logKey).Done()["signed"]);
        Ri.Run("fsck", database, "--keep", _ri["kept.txt"]).Done();
        Ri.Run("fsck", database, "--log-key", logKey, "--checkpoint", _ri["kept.txt"]).Done();

        RiRun forged = Ri.Run("fsck", database, "--log-key", otherKey);
        Assert.Equal((1, "RI6096"), (forged.Code, forged["difference"]));
        Ri.Run("fsck", database, "--log-key", otherKey, "--checkpoint", given).Refused("RI6014");
        Ri.Run("fsck", database, "--log-key", logKey, "--checkpoint", _ri.Write("changed.txt", checkpoint.Note.Replace("\n2\n", "\n1\n", StringComparison.Ordinal))).Refused("RI6015");
        Ri.Run("fsck", database, "--log-key", logKey, "--checkpoint", _ri.Write("another.txt", checkpoint.Note.Replace(ToyLog.Origin + "\n2", "another.log\n2", StringComparison.Ordinal))).Refused("RI6016", "another.log");
    }

    [Theory]
    [InlineData("")]
    [InlineData("origin\n2\n")]
    [InlineData("origin\nzwei\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n-2\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n2\nAAAA\n")]
    [InlineData("\n2\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public async Task Fsck_NoCheckpoint_Refused(string text) =>
        Ri.Run("fsck", await StoreAsync("计划"), "--checkpoint", _ri.Write("checkpoint.txt", text)).Refused("RI6092");

    [Fact]
    public void Fsck_NoSuchFile_Refused()
    {
        Ri.Run("fsck", _ri["none.db"]).Refused("RI6093", _ri["none.db"]);
        Ri.Run("views", "rebuild", _ri["none.db"]).Refused("RI6093");
        Assert.Empty(_ri.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no database, and long enough to be none: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789")]
    public void Fsck_NotADatabase_Refused(string text) => Ri.Run("fsck", _ri.Write("x.db", text)).Refused("RI6093", "x.db");

    [Fact]
    public async Task Fsck_OlderTables_SaysSo()
    {
        string database = await StoreAsync("计划");
        await SmallStore.ExecuteAsync(database, "DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId = (SELECT max(MigrationId) FROM \"__EFMigrationsHistory\")");
        Assert.Equal("RI6094", Ri.Run("fsck", database)["difference"]);
    }

    public void Dispose() => _ri.Dispose();

    private Task<string> StoreAsync(string title) => SmallStore.CreateAsync(_ri[$"{title}.db"], title);

    private static async Task<CheckpointView> CheckpointAsync(string database, CheckpointSigner signer)
    {
        ServiceCollection services = new();
        services.AddRandomInspection().UseSqlite($"Data Source={database};Pooling=False").UseCatalogue([]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Checkpoints checkpoints = new(provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IViews>(), signer, DomainEvents.Codec);
        return (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Instant.FromUtc(2026, 11, 23, 1, 0), Cancellation))!;
    }
}
