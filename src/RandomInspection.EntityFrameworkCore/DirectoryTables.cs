using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What a merge writes into the tables of the directories, within the ledger's transaction.</summary>
internal static class DirectoryTables
{
    private static readonly string[] SubjectColumns = ["Code", "Name", "Kind", "Region", "Trade", "CreditClass", "EstablishedOn", "Scope", "Status"];

    private static readonly string[] InspectorColumns =
        ["Id", "Name", "DepartmentId", "Kind", "Level", "Regions", "Qualifications", "Certificates", "Leave", "Capacity", "Status", "Since"];

    public static async Task MergeAsync(this InspectionContext context, SubjectMerge merge, CancellationToken cancellation)
    {
        await context.UpsertAsync("subject", SubjectColumns, merge.Changed.Select(Values), cancellation);
        await context.SetVersionAsync(merge.Name, merge.Version, cancellation);
    }

    public static async Task MergeAsync(this InspectionContext context, InspectorMerge merge, CancellationToken cancellation)
    {
        await context.UpsertAsync("inspector", InspectorColumns, merge.Changed.Select(i => Values(InspectorRow.Of(i, merge.Version))), cancellation);
        await context.SetVersionAsync(merge.Name, merge.Version, cancellation);
    }

    /// <summary>The version of a directory; 0 before its first merge.</summary>
    public static Task<long> VersionAsync(this InspectionContext context, string name, CancellationToken cancellation) =>
        context.Directories.AsNoTracking().Where(d => d.Name == name).Select(d => d.Version).SingleOrDefaultAsync(cancellation);

    private static object?[] Values(Subject subject) =>
    [
        subject.Code,
        subject.Name,
        subject.Kind,
        subject.Region,
        subject.Trade,
        subject.CreditClass,
        subject.EstablishedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
        subject.Scope,
        subject.Status.ToString(),
    ];

    private static object?[] Values(InspectorRow row) =>
    [
        row.Id,
        row.Name,
        row.DepartmentId,
        row.Kind.ToString(),
        row.Level.ToString(),
        row.Regions,
        row.Qualifications,
        row.Certificates,
        row.Leave,
        row.Capacity,
        row.Status.ToString(),
        row.Since,
    ];

    /// <summary>One prepared statement for all rows: tens of thousands take well under a second.</summary>
    private static async Task UpsertAsync(
        this InspectionContext context, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using DbCommand upsert = context.Database.GetDbConnection().CreateCommand();
        upsert.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Tables and columns are named above.
        upsert.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))}) "
            + $"ON CONFLICT ({columns[0]}) DO UPDATE SET {string.Join(", ", columns.Skip(1).Select(c => $"{c} = excluded.{c}"))}";
#pragma warning restore CA2100
        foreach (string column in columns)
        {
            DbParameter parameter = upsert.CreateParameter();
            parameter.ParameterName = "$" + column;
            upsert.Parameters.Add(parameter);
        }

        await upsert.PrepareAsync(cancellation);
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                upsert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await upsert.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static Task SetVersionAsync(this InspectionContext context, string name, long version, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync(
            $"INSERT INTO directory (Name, Version) VALUES ({name}, {version}) ON CONFLICT (Name) DO UPDATE SET Version = excluded.Version",
            cancellation);
}
