using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What a driver's exception means to a person.</summary>
/// <remarks>Sources: SQLite "Result and Error Codes"; PostgreSQL 15, appendix A.</remarks>
internal static class StoreFailure
{
    private const int Error = 1, Perm = 3, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14,
        TooBig = 18, InputOutputOfWrite = InputOutput | (3 << 8), Constraint = 19, Mismatch = 20, Authorization = 23, NoDatabase = 26;

    /// <summary>The refusal of a failure of the database; <see langword="null"/> for anything else, such as a violated constraint.</summary>
    public static Refusal? Of(Exception exception) => exception switch
    {
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException postgres => OfPostgreSql(postgres.SqlState)?.With(("error", postgres.SqlState)),
        NpgsqlException { InnerException: TimeoutException } => StoreRefusals.Busy.With(("error", nameof(TimeoutException))),
        NpgsqlException unreachable => StoreRefusals.Unreachable.With(("error", (unreachable.InnerException ?? unreachable).GetType().Name)),
        EncoderFallbackException => StoreRefusals.UnkeepableText.With(("error", nameof(EncoderFallbackException))),
        DbUpdateException { InnerException: { } cause } => Of(cause),
        InvalidOperationException { InnerException: NpgsqlException cause } => Of(cause),
        _ => null,
    };

    /// <summary>The failure as a refusal where it is the database's, and otherwise as it is.</summary>
    public static Exception Known(Exception exception) => Of(exception) is { } refusal ? new StoreFailedException(refusal, exception) : exception;

    /// <summary>Whether it is the database that fails and not what was to be written: then another commit would fail as well.</summary>
    public static bool EndsTransaction(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is not (Constraint or Mismatch or TooBig or Error),
        PostgresException postgres => postgres.SqlState[..2] is "40" or "53" or "57" or "58" or "XX" or "08",
        NpgsqlException => true,
        OperationCanceledException or StoreFailedException => true,
        DbUpdateException { InnerException: { } cause } => EndsTransaction(cause),
        _ => false,
    };

    /// <summary>Whether a COMMIT that failed so may have been done all the same: the connection broke, or only the last sync of the file failed.</summary>
    public static bool LeavesOpen(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == InputOutput && sqlite.SqliteExtendedErrorCode != InputOutputOfWrite,
        PostgresException postgres => postgres.Severity is "FATAL" or "PANIC",
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>Whether it may simply be done again: two transactions waited for each other, and this one was rolled back whole.</summary>
    public static bool IsPassing(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private static Refusal? OfSqlite(SqliteException sqlite)
    {
        RefusalDefinition? definition = sqlite.SqliteErrorCode switch
        {
            Full => StoreRefusals.Full,
            InputOutput or NoMemory => StoreRefusals.InputOutput,
            CannotOpen => StoreRefusals.Unreachable,
            Busy or Locked => StoreRefusals.Busy,
            Corrupt or NoDatabase => StoreRefusals.Damaged,
            ReadOnly or Perm or Authorization => StoreRefusals.Denied,
            Error when sqlite.Message.Contains("no such table", StringComparison.Ordinal) || sqlite.Message.Contains("no such column", StringComparison.Ordinal)
                || sqlite.Message.Contains("has no column", StringComparison.Ordinal) => StoreRefusals.TablesMissing,
            _ => null,
        };
        return definition?.With(("error", string.Create(CultureInfo.InvariantCulture, $"SQLite {sqlite.SqliteExtendedErrorCode}")));
    }

    private static RefusalDefinition? OfPostgreSql(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => StoreRefusals.Full,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure => StoreRefusals.Busy,
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => StoreRefusals.Denied,
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => StoreRefusals.TablesMissing,
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => StoreRefusals.UnkeepableText,
        PostgresErrorCodes.InvalidCatalogName => StoreRefusals.Unreachable,
        _ => state[..2] switch
        {
            "58" => StoreRefusals.InputOutput,
            "XX" => StoreRefusals.Damaged,
            "08" or "28" or "53" or "57" => StoreRefusals.Unreachable,
            _ => null,
        },
    };
}
