namespace RandomInspection.EntityFrameworkCore;

/// <summary>A database in which the ready store can keep everything.</summary>
public enum StoreProvider
{
    /// <summary>A SQLite file: one host.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database: one host or several.</summary>
    PostgreSql,
}
