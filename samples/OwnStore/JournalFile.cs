using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>The file: commits as they came, for ever; beside them, in their newest state, what may change or go.</summary>
internal sealed class JournalFile : IDisposable
{
    // What is erased is overwritten on the disk, and what is committed is there before anybody is told.
    private const string Tables =
        """
        PRAGMA synchronous = EXTRA;
        PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS journal (number INTEGER PRIMARY KEY, body TEXT NOT NULL, effect TEXT);
        CREATE TABLE IF NOT EXISTS personal (number INTEGER NOT NULL, commitment TEXT PRIMARY KEY, about TEXT NOT NULL, salt TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS request (number INTEGER PRIMARY KEY, key TEXT NOT NULL, payload TEXT NOT NULL, part INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS subject (code TEXT PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS inspector (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS row (view TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (view, key));
        CREATE TABLE IF NOT EXISTS file (digest TEXT PRIMARY KEY, body BLOB NOT NULL, since INTEGER);
        """;

    private readonly SqliteConnection _connection;

    public JournalFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Run(Tables);
    }

    /// <summary>The commits in order. What changed since is as it is now: of a directory's merges only what still stands, of erased pieces their commitments.</summary>
    public IEnumerable<LedgerCommit> Commits()
    {
        ILookup<long, PersonalPiece> personal = Rows("SELECT number, commitment, about, salt, text FROM personal", r => (Number: r.GetInt64(0), Piece: new PersonalPiece(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))))
            .ToLookup(kept => kept.Number, kept => kept.Piece);
        Dictionary<long, AnsweredRequest> requests = Rows("SELECT number, key, payload, part FROM request", r => (Number: r.GetInt64(0), Request: new AnsweredRequest(r.GetString(1), r.GetString(2), r.GetInt32(3))))
            .ToDictionary(kept => kept.Number, kept => kept.Request);
        ILookup<long, Subject> subjects = Rows("SELECT version, body FROM subject", r => (Version: r.GetInt64(0), Subject: SubjectDelta.Read((byte[])r.GetValue(1)))).ToLookup(kept => kept.Version, kept => kept.Subject);
        ILookup<long, Inspector> inspectors = Rows("SELECT version, body FROM inspector", r => (Version: r.GetInt64(0), Inspector: JournalText.Read<Inspector>(r.GetString(1)))).ToLookup(kept => kept.Version, kept => kept.Inspector);
        LedgerCommit? last = null;
        foreach ((long number, string body, string? effect) in Rows("SELECT number, body, effect FROM journal ORDER BY number", r => (r.GetInt64(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2))))
        {
            yield return last = JournalText.Read<LedgerCommit>(body) with
            {
                Personal = [.. personal[number]],
                Request = requests.GetValueOrDefault(number),
                Effect = effect?.Split(' ') switch
                {
                    ["subjects", var version] => new SubjectMerge(Number(version), [.. subjects[Number(version)]]),
                    ["inspectors", var version] => new InspectorMerge(Number(version), [.. inspectors[Number(version)]]),
                    ["erased", .. var commitments] => new PersonalErasure([.. commitments]),
                    _ => null,
                },
            };
        }

        if (last is not null)
        {
            ImmutableArray<IView> rows = [.. Rows("SELECT view, body FROM row", r => JournalText.ReadView(r.GetString(0), r.GetString(1)))];
            yield return new LedgerCommit(last.Actor, last.At, null, [], rows);
        }
    }

    /// <summary>Writes a commit in one transaction.</summary>
    public void Write(LedgerCommit commit, Action? beforeCommit, CancellationToken cancellation)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        string? effect = commit.Effect switch
        {
            SubjectMerge merge => $"subjects {merge.Version.ToString(CultureInfo.InvariantCulture)}",
            InspectorMerge merge => $"inspectors {merge.Version.ToString(CultureInfo.InvariantCulture)}",
            PersonalErasure erasure => string.Join(' ', erasure.Commitments.Prepend("erased")),
            _ => null,
        };
        string body = JournalText.Write(commit with { Views = [], Personal = [], Effect = null, Request = null });
        long number = Rows("INSERT INTO journal (body, effect) VALUES ($0, $1) RETURNING number", r => r.GetInt64(0), body, effect).Single();
        foreach (PersonalPiece piece in commit.Personal)
        {
            Run("INSERT INTO personal VALUES ($0, $1, $2, $3, $4)", number, piece.Commitment, piece.About, piece.Salt, piece.Text);
        }

        if (commit.Request is { } request)
        {
            Run("INSERT INTO request VALUES ($0, $1, $2, $3, $4)", number, request.Key, request.Payload, request.Part, commit.At.ToUnixTimeTicks());
        }

        foreach (IView view in commit.Views)
        {
            Run("INSERT OR REPLACE INTO row VALUES ($0, $1, $2)", view.GetType().FullName, view.Key, JournalText.Write(view));
        }

        WriteEffect(commit.Effect);
        beforeCommit?.Invoke();
        cancellation.ThrowIfCancellationRequested();
        transaction.Commit();
    }

    /// <summary>Forgets requests that were carried out before a moment.</summary>
    public void Forget(Instant before) => Run("DELETE FROM request WHERE at < $0", before.ToUnixTimeTicks());

    /// <summary>Keeps a file, for good or since a moment; what is kept for good stays so.</summary>
    public void Put(string digest, byte[] bytes, Instant? since) => Run(
        "INSERT INTO file VALUES ($0, $1, $2) ON CONFLICT (digest) DO UPDATE SET since = CASE WHEN since IS NULL THEN NULL ELSE excluded.since END",
        digest,
        bytes,
        since?.ToUnixTimeTicks());

    /// <summary>A file's bytes.</summary>
    public byte[]? Get(string digest) => Rows("SELECT body FROM file WHERE digest = $0", r => (byte[])r.GetValue(0), digest).SingleOrDefault();

    /// <summary>Removes files that have been kept for now since before a moment.</summary>
    public int RemoveKeptForNow(Instant before) => Run("DELETE FROM file WHERE since < $0", before.ToUnixTimeTicks());

    public void Dispose() => _connection.Dispose();

    private void WriteEffect(ILedgerEffect? effect)
    {
        switch (effect)
        {
            case SubjectMerge merge:
                foreach (Subject subject in merge.Changed)
                {
                    Run("INSERT OR REPLACE INTO subject VALUES ($0, $1, $2)", subject.Code, merge.Version, SubjectDelta.Line(subject));
                }

                break;
            case InspectorMerge merge:
                foreach (Inspector inspector in merge.Changed)
                {
                    Run("INSERT OR REPLACE INTO inspector VALUES ($0, $1, $2)", inspector.Id, merge.Version, JournalText.Write(inspector));
                }

                break;
            case PersonalErasure erasure:
                foreach (string commitment in erasure.Commitments)
                {
                    Run("UPDATE personal SET about = '', salt = '', text = '' WHERE commitment = $0", commitment);
                }

                break;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private int Run(string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file; values go as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int place = 0; place < values.Length; place++)
        {
            command.Parameters.AddWithValue($"${place}", values[place] ?? DBNull.Value);
        }

        return command;
    }
}
