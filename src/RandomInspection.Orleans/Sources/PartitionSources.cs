using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using RandomInspection.Frames;
using RandomInspection.Orleans.Sources;

namespace RandomInspection.Orleans;

/// <summary>What a silo can read: canonical frame files, folders of them, tables of SQLite and PostgreSQL, or anything else, each by the name that orders call it.</summary>
/// <remarks>Only silos that name a source are given partitions of it, so a province's silos may stand where its directory is.</remarks>
public sealed class PartitionSources
{
    private readonly Dictionary<string, Func<PartitionReading>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, string, PartitionReading>> _families = new(StringComparer.Ordinal);

    /// <summary>The names of sources, and of families of sources.</summary>
    internal IEnumerable<string> Names => _byName.Keys.Concat(_families.Keys.Select(name => name + '/'));

    /// <summary>A canonical frame file.</summary>
    /// <param name="name">The source's name, without a slash.</param>
    /// <param name="path">The file.</param>
    public PartitionSources AddFile(string name, string path) => Add(name, () => OpenFile(path));

    /// <summary>All canonical frame files of a folder: the source <c>name/file</c> is the file in it.</summary>
    /// <param name="name">The folder's name in orders, without a slash.</param>
    /// <param name="path">The folder.</param>
    public PartitionSources AddFolder(string name, string path)
    {
        RequireName(name);
        _families[name] = (_, file) => Path.GetFileName(file) == file ? OpenFile(Path.Combine(path, file)) : throw ClusterRefusals.NobodyServes.Refuse(("source", $"{name}/{file}"));
        return this;
    }

    /// <summary>The frames that a host keeps as evidence, for its own tasks (<see cref="ClusterTaskDraws"/>): the silo shares the host's <c>IEvidenceStore</c>.</summary>
    public PartitionSources AddEvidence()
    {
        _families[EvidenceFrames.Name] = EvidenceFrames.Open;
        return this;
    }

    /// <summary>A query of SQLite, read in one snapshot: id, stratum, class, standing, <c>ORDER BY id</c>.</summary>
    /// <param name="name">The source's name, without a slash.</param>
    /// <param name="connectionString">How to connect.</param>
    /// <param name="query">The query.</param>
    public PartitionSources AddSqlite(string name, string connectionString, string query) => Add(name, () => OpenTable(new SqliteConnection(connectionString), query));

    /// <summary>A query of PostgreSQL, read in one snapshot: id, stratum, class, standing, <c>ORDER BY id COLLATE "C"</c>.</summary>
    /// <param name="name">The source's name, without a slash.</param>
    /// <param name="connectionString">How to connect.</param>
    /// <param name="query">The query.</param>
    public PartitionSources AddPostgreSql(string name, string connectionString, string query) => Add(name, () => OpenTable(new NpgsqlConnection(connectionString), query));

    /// <summary>Anything else that gives units in the order of ids.</summary>
    /// <param name="name">The source's name, without a slash.</param>
    /// <param name="open">Opens it in one state.</param>
    public PartitionSources Add(string name, Func<PartitionReading> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        RequireName(name);
        _byName[name] = open;
        return this;
    }

    /// <summary>Whether a silo with these names can read a source.</summary>
    internal static bool Serves(IEnumerable<string> names, string source) =>
        names.Any(name => name == source || (name.EndsWith('/') && source.StartsWith(name, StringComparison.Ordinal)));

    /// <summary>Opens a source.</summary>
    /// <exception cref="InputRefusedException">It is not served here (RI9207), or cannot be read (RI9208).</exception>
    internal PartitionReading Open(string source, IServiceProvider services)
    {
        try
        {
            if (_byName.TryGetValue(source, out Func<PartitionReading>? open))
            {
                return open();
            }

            int slash = source.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && _families.TryGetValue(source[..slash], out Func<IServiceProvider, string, PartitionReading>? family))
            {
                return family(services, source[(slash + 1)..]);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or ArgumentException or NotSupportedException or FormatException or IndexOutOfRangeException)
        {
            throw ClusterRefusals.SourceUnreadable.Refuse(("source", source), ("detail", e.Message));
        }

        throw ClusterRefusals.NobodyServes.Refuse(("source", source));
    }

    private static void RequireName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.AsSpan().ContainsAny('/', '|', '\n'))
        {
            throw new ArgumentException("A source's name has no slash, no bar and no line break.", nameof(name));
        }
    }

    private static PartitionReading OpenFile(string path)
    {
        CanonicalFrameSource file = new(path);
        return new PartitionReading(file, isKept: true, file);
    }

    private static PartitionReading OpenTable(DbConnection connection, string query)
    {
        try
        {
            connection.Open();

            // Both readings see the same rows, whoever writes meanwhile.
            DbTransaction snapshot = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(IsolationLevel.RepeatableRead);
            return new PartitionReading(new DataReaderFrameSource(() => Query(connection, snapshot, query)), isKept: false, snapshot, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static DbDataReader Query(DbConnection connection, DbTransaction snapshot, string query)
    {
        DbCommand command = connection.CreateCommand(); // disposing it would dispose the reader
#pragma warning disable CA2100 // The query stands in the silo's settings.
        command.CommandText = query;
#pragma warning restore CA2100
        command.Transaction = snapshot;
        command.CommandTimeout = 0;
        return command.ExecuteReader(CommandBehavior.SequentialAccess);
    }
}
