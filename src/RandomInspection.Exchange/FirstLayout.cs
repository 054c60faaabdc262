namespace RandomInspection.Exchange;

/// <summary>The first layout of the tables, which had publications only: what it has is kept, and the log is looked through again for what it did not have.</summary>
internal static class FirstLayout
{
    /// <summary>Before the tables are created: what there is is put aside.</summary>
    public const string Before =
        """
        CREATE TEMP TABLE ex_kept AS SELECT * FROM ex_out_message;
        DROP TABLE ex_out_message;
        UPDATE ex_out_partner SET cursor = 0;
        ALTER TABLE ex_out_partner ADD COLUMN relay_cursor bigint NOT NULL DEFAULT 0;
        ALTER TABLE ex_in_message ADD COLUMN taken_number bigint NULL;
        UPDATE ex_in_message SET taken_number = place WHERE status = 'taken';
        """;

    /// <summary>Afterwards: it comes back, each message with its source.</summary>
    public static string After(bool isSqlite) =>
        $"""
        INSERT INTO ex_out_message (partner, number, source, batch, id, type, subject, sequence, operation, day, body, digest, status, attempts, made_at, first_at, next_at, error, receipt_digest, receipt_at)
        SELECT partner, number, {(isSqlite ? "json_extract(body, '$.source')" : "body::json ->> 'source'")}, batch, id, type, subject, sequence, operation, day, body, digest, status, attempts,
            coalesce(first_at, day || 'T00:00:00.000Z'), first_at, next_at, error, receipt_digest, receipt_at
        FROM ex_kept;
        DROP TABLE ex_kept;
        """;
}
