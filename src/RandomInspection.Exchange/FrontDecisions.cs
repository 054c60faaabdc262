using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>What persons decided about what is stuck with a partner.</summary>
/// <param name="database">The front database.</param>
public sealed class FrontDecisions(FrontDatabase database)
{
    /// <summary>The decisions about a partner, the newest first.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<DecisionLine>> ReadAsync(string partner, int most, CancellationToken cancellation) => database.QueryAsync(
        "SELECT at, action, number, messages, person, reason FROM ex_decision WHERE partner = @partner ORDER BY at DESC LIMIT @most",
        row => new DecisionLine(FrontText.Moment(row.GetString(0)), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.GetString(5)),
        cancellation,
        ("@partner", partner),
        ("@most", most));

    internal static Task<int> KeepAsync(
        DbConnection connection, DbTransaction transaction, string partner, string action, long? number, int messages, FrontDecision decision, Instant now, CancellationToken cancellation) =>
        FrontDatabase.ExecuteAsync(
            connection,
            transaction,
            $"INSERT INTO ex_decision (at, partner, action, number, messages, person, reason) VALUES (@at, @partner, @action, {number?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, @messages, @by, @why)",
            cancellation,
            ("@at", FrontText.Of(now)),
            ("@partner", partner),
            ("@action", action),
            ("@messages", messages),
            ("@by", decision.By),
            ("@why", decision.Why));
}
