using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;
using RandomInspection.Orleans.Clustering;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Tests;

/// <summary>Membership and states on PostgreSQL, and partitions of databases.</summary>
public sealed class PostgreSqlClusterTests : IAsyncLifetime
{
    private readonly string _name = $"cluster_{Guid.NewGuid():n}";
    private NpgsqlDataSource _database = null!;
    private PostgreSqlTables _tables = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await PostgreSqlDatabases.CreateAsync(_name);
        _database = NpgsqlDataSource.Create(await PostgreSqlDatabases.ConnectionStringAsync(_name));
        _tables = new PostgreSqlTables(_database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            _tables.Dispose();
            await _database.DisposeAsync();
            await PostgreSqlDatabases.DropAsync(_name);
        }
    }

    [Fact]
    public async Task Membership_EveryChange_RaisesTheVersionAndOlderOnesAreToldSo()
    {
        PostgreSqlMembershipTable table = Table("one");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Table("one").InitializeMembershipTable(true)));
        await table.InitializeMembershipTable(true);
        MembershipTableData empty = await table.ReadAll();
        Assert.Equal((0, 0), (empty.Version.Version, empty.Members.Count));

        MembershipEntry first = Entry(1), second = Entry(2);
        Assert.True(await table.InsertRow(first, empty.Version.Next()));
        Assert.False(await table.InsertRow(second, empty.Version.Next())); // read before the first one wrote
        MembershipTableData one = await table.ReadAll();
        Assert.False(await table.InsertRow(first, one.Version.Next())); // is there already
        Assert.True(await table.InsertRow(second, one.Version.Next()));

        MembershipTableData two = await table.ReadAll();
        Assert.Equal((2, 2), (two.Version.Version, two.Members.Count));
        (MembershipEntry entry, string etag) = two.TryGet(first.SiloAddress)!;
        Assert.Equal((first.SiloName, first.HostName, first.ProxyPort, first.Status, first.StartTime), (entry.SiloName, entry.HostName, entry.ProxyPort, entry.Status, entry.StartTime));
        entry.Status = SiloStatus.Dead;
        entry.AddSuspector(second.SiloAddress, new DateTime(2026, 5, 1, 2, 3, 4, DateTimeKind.Utc));
        Assert.False(await table.UpdateRow(entry, etag, one.Version.Next()));
        Assert.True(await table.UpdateRow(entry, etag, two.Version.Next()));
        Assert.False(await table.UpdateRow(entry, etag, (await table.ReadAll()).Version.Next())); // the row is another one now

        MembershipTableData three = await table.ReadRow(first.SiloAddress);
        Assert.Equal((3, SiloStatus.Dead), (three.Version.Version, three.Members.Single().Item1.Status));
        Assert.Equal(entry.SuspectTimes, three.Members.Single().Item1.SuspectTimes);

        second.IAmAliveTime = second.IAmAliveTime.AddMinutes(1);
        await table.UpdateIAmAlive(second);
        MembershipTableData alive = await table.ReadAll();
        Assert.Equal((3, second.IAmAliveTime), (alive.Version.Version, alive.TryGet(second.SiloAddress)!.Item1.IAmAliveTime));
        Assert.Equal(first.SiloAddress, alive.Members[^1].Item1.SiloAddress);

        Uri gateway = Assert.Single(await new PostgreSqlGateways(table, Options.Create(new GatewayOptions())).GetGateways());
        Assert.Equal(30_002, gateway.Port);
        Assert.Empty((await Initialized("another")).Members);

        await table.CleanupDefunctSiloEntries(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(second.SiloAddress, Assert.Single((await table.ReadAll()).Members).Item1.SiloAddress);
        await table.DeleteMembershipTableEntries("one");
        Assert.Empty((await table.ReadAll()).Members);
    }

    [Fact]
    public async Task Membership_ManyAtOnce_EachVersionIsOnesOwn()
    {
        PostgreSqlMembershipTable table = Table("many");
        await table.InitializeMembershipTable(true);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            while (!await table.InsertRow(Entry(number), (await table.ReadAll()).Version.Next()))
            {
                // Another one was first.
            }
        }));
        MembershipTableData all = await table.ReadAll();
        Assert.Equal((8, 8), (all.Version.Version, all.Members.Count));
    }

    [Fact]
    public async Task Storage_WhoReadAnOlderState_IsNotLetWrite()
    {
        await using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        PostgreSqlGrainStorage storage = new(_tables, Options.Create(new ClusterOptions { ServiceId = "s" }), services.GetRequiredService<Serializer>(), services.GetRequiredService<IActivatorProvider>());
        GrainId id = GrainId.Create("t", "抽取");
        GrainState<OpenDraws> one = new(), other = new();
        await storage.ReadStateAsync("open", id, one);
        await storage.ReadStateAsync("open", id, other);
        Assert.Equal((false, 0), (one.RecordExists, one.State!.Draws.Length));
        one.State = new OpenDraws { Draws = ["a", "b"] };
        await storage.WriteStateAsync("open", id, one);
        other.State = new OpenDraws { Draws = ["c"] };
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("open", id, other));
        await storage.ReadStateAsync("open", id, other);
        Assert.Equal(one.State.Draws, other.State!.Draws);
        await storage.WriteStateAsync("open", id, other);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("open", id, one));
        await storage.ClearStateAsync("open", id, other);
        Assert.False(other.RecordExists);
        Assert.Empty(other.State!.Draws);
    }

    [Fact]
    public async Task Partitions_FileSqliteAndPostgreSql_AsOneMachine()
    {
        Frame frame = OneMachine.FrameOf(900);
        string sqlite = Path.Combine(Path.GetTempPath(), $"{_name}.db"), postgres = await PostgreSqlDatabases.ConnectionStringAsync(_name);
        const string Rows = "SELECT id, stratum, class, standing FROM unit ORDER BY id";
        await using (SqliteConnection connection = new($"Data Source={sqlite}"))
        {
            await FillAsync(connection, Part(frame, 1));
        }

        await using (NpgsqlConnection connection = new(postgres))
        {
            await FillAsync(connection, Part(frame, 2));
        }

        await using Cluster cluster = await Cluster.StartAsync(2, (_, sources) => sources
            .AddSqlite("sqlite", $"Data Source={sqlite};Mode=ReadOnly;Pooling=False", Rows)
            .AddPostgreSql("postgres", postgres, Rows + " COLLATE \"C\"")
            .Add("counted", () => new PartitionReading(new UnitFrameSource(Part(frame, 3)), isKept: false)));
        ClusterOrder order = OneMachine.Order([("文件", cluster.Lay("0.tsv", Part(frame, 0))), ("甲", "sqlite"), ("乙", "postgres"), ("丙", "counted")]);
        PartitionedFrame frozen = await cluster.Draws.FreezeAsync("d", order, cancellation: Stop);
        OneMachine.RequireSame(OneMachine.Freeze([("文件", Part(frame, 0)), ("甲", Part(frame, 1)), ("乙", Part(frame, 2)), ("丙", Part(frame, 3))]), frozen);
        DrawResult result = await cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop);
        OneMachine.RequireSame(OneMachine.Draw(frame.Units, OneMachine.Design, OneMachine.Seed), result);
        File.Delete(sqlite);
    }

    private static FrameUnit[] Part(Frame frame, int part) => [.. frame.Units.Where(unit => unit.Id[4] == (char)('0' + part))];

    private static async Task FillAsync(System.Data.Common.DbConnection connection, FrameUnit[] units)
    {
        await connection.OpenAsync(Stop);
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE unit (id text PRIMARY KEY, stratum text, class text, standing text);"
            + $"INSERT INTO unit VALUES {string.Join(',', units.Select(unit => $"('{unit.ToString().Replace("\t", "','", StringComparison.Ordinal)}')"))};";
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static MembershipEntry Entry(int number) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 20_000 + number, 7),
        Status = SiloStatus.Active,
        ProxyPort = 30_000 + number,
        HostName = "主机",
        SiloName = number.ToString(CultureInfo.InvariantCulture),
        StartTime = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 5, 1, 0, 1, 0, DateTimeKind.Utc),
    };

    private PostgreSqlMembershipTable Table(string cluster) => new(_tables, Options.Create(new ClusterOptions { ClusterId = cluster }));

    private async Task<MembershipTableData> Initialized(string cluster)
    {
        await Table(cluster).InitializeMembershipTable(true);
        return await Table(cluster).ReadAll();
    }
}
