using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A store under check: its tables in one snapshot, and what one stage finds for those after it.</summary>
internal sealed class CheckedStore(
    InspectionContext context, EventCodec codec, DrawHashes hashes, ImmutableArray<KeptCheckpoint> checkpoints, ImmutableArray<NoteKey> logKeys)
{
    private readonly Dictionary<LedgerLog, LedgerHead> _heads = [];
    private readonly List<Refusal> _notes = [];
    private readonly Dictionary<string, List<IDirectoryMerge>> _merges = new(StringComparer.Ordinal);
    private long _files;
    private long _subjects;
    private long _inspectors;

    public InspectionContext Context => context;

    /// <summary>Whether it is on PostgreSQL; else it is on SQLite.</summary>
    public bool IsPostgreSql => context is PostgreSqlContext;

    public EventCodec Codec => codec;

    public DrawHashes Hashes => hashes;

    /// <summary>The keys of the log of which one must have signed every checkpoint that stands in it; none if that is not asked.</summary>
    public ImmutableArray<NoteKey> LogKeys => logKeys;

    /// <summary>Entries below the last checkpoint that one of the keys has signed.</summary>
    public long Signed { get; set; }

    /// <summary>What could not be checked.</summary>
    public IReadOnlyList<Refusal> Notes => _notes;

    /// <summary>The files that entries name, with the first entry that does.</summary>
    public Dictionary<string, long> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The merges of a directory in order, by its stream.</summary>
    public List<IDirectoryMerge> Merges(string stream) => _merges.TryGetValue(stream, out List<IDirectoryMerge>? merges) ? merges : _merges[stream] = [];

    /// <summary>Commitments to personal data that entries refer to, with the first entry that does.</summary>
    public Dictionary<string, long> Commitments { get; } = new(StringComparer.Ordinal);

    /// <summary>When pieces of personal data were erased.</summary>
    public Dictionary<string, NodaTime.Instant> Erased { get; } = new(StringComparer.Ordinal);

    public LedgerHead Head(LedgerLog log) => _heads[log];

    /// <summary>A log as a difference names it.</summary>
    public static string NameOf(LedgerLog log) => log == LedgerLog.Public ? "public" : "sealed";

    public void Note(Refusal note) => _notes.Add(note);

    /// <summary>How much there is to do.</summary>
    public async Task CountAsync(CancellationToken cancellation)
    {
        foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
        {
            int id = LedgerHeadRow.IdOf(log);
            LedgerHeadRow? head = await context.Heads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellation);
            _heads[log] = head is null ? new LedgerHead(0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot())) : new LedgerHead(head.Size, head.Root);
        }

        _files = await context.Evidence.LongCountAsync(cancellation);
        _subjects = await context.Subjects.LongCountAsync(cancellation);
        _inspectors = await context.Inspectors.LongCountAsync(cancellation);
    }

    public ImmutableArray<StoreCheckStage> Stages()
    {
        long entries = _heads.Values.Sum(head => head.Size);
        return
        [
            new StoreCheckStage("数据库与表结构", "database and tables", 0, (_, cancellation) => new SchemaCheck(this).RunAsync(cancellation)),
            .. Enum.GetValues<LedgerLog>().Select(log => new StoreCheckStage(
                log == LedgerLog.Public ? "公开留痕的树" : "密封留痕的树",
                log == LedgerLog.Public ? "tree of the public log" : "tree of the sealed log",
                _heads[log].Size,
                (progress, cancellation) => new TreeCheck(this, log, checkpoints).RunAsync(progress, cancellation))),
            new StoreCheckStage("流、事件与视图", "streams, events and views", entries, (progress, cancellation) => new StreamCheck(this).RunAsync(progress, cancellation)),
            new StoreCheckStage("证据文件", "evidence files", _files, (progress, cancellation) => new EvidenceCheck(this).RunAsync(progress, cancellation)),
            new StoreCheckStage("个人信息", "personal data", 0, (_, cancellation) => new PersonalCheck(this).RunAsync(cancellation)),
            new StoreCheckStage("监管对象名录", "directory of subjects", _subjects, (progress, cancellation) => new DirectoryCheck(this, new DirectoryRows.OfSubjects(context)).RunAsync(progress, cancellation)),
            new StoreCheckStage("检查人员名录", "directory of inspectors", _inspectors, (progress, cancellation) => new DirectoryCheck(this, new DirectoryRows.OfInspectors(context)).RunAsync(progress, cancellation)),
        ];
    }

    /// <summary>A command within the snapshot.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Tables and columns are named in this library; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>The first column of the first row, as it is compared; <see langword="null"/> if there is no row.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using DbCommand command = Command(sql, values);
        return RawTable.Plain(await command.ExecuteScalarAsync(cancellation));
    }

    /// <summary>The root that a log had at a size, from the subtrees that are kept; <see langword="null"/> if it is not that long. The log's tree is checked before.</summary>
    public async Task<string?> RootAsync(LedgerLog log, long size, CancellationToken cancellation)
    {
        List<byte[]> subtrees = [];
        foreach (TreeNode node in MerkleProofs.Subtrees(size))
        {
            if (await ScalarAsync(
                "SELECT \"Hash\" FROM \"ledger_node\" WHERE \"Log\" = @log AND \"Level\" = @level AND \"Index\" = @index",
                cancellation, ("@log", (int)log), ("@level", node.Level), ("@index", node.Index)) is not byte[] hash)
            {
                return null;
            }

            subtrees.Add(hash);
        }

        return Root(subtrees);
    }

    /// <summary>The root over complete subtrees, the largest first.</summary>
    public static string Root(IEnumerable<byte[]> subtrees) => Convert.ToHexStringLower(
        subtrees.Reverse().Aggregate((byte[]?)null, (right, left) => right is null ? left : LedgerLeaf.Tree.Node(left, right)) ?? LedgerLeaf.Tree.EmptyRoot());

    /// <summary>The names of parameters for so many keys: <c>@k0, @k1, …</c>.</summary>
    public static string[] KeyNames(int count) => [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"@k{i}"))];
}
