using System.Data.Common;
using NodaTime;

namespace RandomInspection.Exchange;

/// <content>What persons decide: each decision is kept with who, when and why.</content>
public sealed partial class OutTable
{
    /// <summary>Sends dead letters again from now on, with three days anew.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="number">One of them; <see langword="null"/> for all.</param>
    /// <param name="decision">Who, and why.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many.</returns>
    public Task<int> ReplayAsync(string partner, long? number, FrontDecision decision, Instant now, CancellationToken cancellation) => DecideAsync(
        partner, "replay", number, "status = 'waiting', attempts = 0, first_at = NULL, error = NULL, next_at = @now", decision, now, cancellation);

    /// <summary>Gives dead letters up: what comes after them about their subjects is sent.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="number">One of them; <see langword="null"/> for all.</param>
    /// <param name="decision">Who, and why.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many.</returns>
    public Task<int> GiveUpAsync(string partner, long? number, FrontDecision decision, Instant now, CancellationToken cancellation) =>
        DecideAsync(partner, "give-up", number, "status = 'given_up', next_at = @now", decision, now, cancellation);

    /// <summary>Sends again to a partner that had answered 410.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="decision">Who, and why.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Whether it had stopped.</returns>
    public Task<bool> ResumeAsync(string partner, FrontDecision decision, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            int resumed = await FrontDatabase.ExecuteAsync(
                connection, transaction, "UPDATE ex_out_partner SET stopped_at = NULL, stop_reason = NULL WHERE partner = @partner AND stopped_at IS NOT NULL", cancellation, ("@partner", partner));
            if (resumed > 0)
            {
                await FrontDecisions.KeepAsync(connection, transaction, partner, "resume", null, 0, decision, now, cancellation);
            }

            return resumed > 0;
        },
        cancellation);

    private Task<int> DecideAsync(string partner, string action, long? number, string change, FrontDecision decision, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await FrontDatabase.ExecuteAsync(connection, transaction, "UPDATE ex_out_partner SET cursor = cursor WHERE partner = @partner", cancellation, ("@partner", partner));
            int decided = await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                $"UPDATE ex_out_message SET {change} WHERE partner = @partner AND status = 'dead'{(number is null ? "" : " AND number = @number")}",
                cancellation,
                [("@partner", partner), ("@now", FrontText.Of(now)), .. number is { } one ? [("@number", one)] : Array.Empty<(string, object?)>()]);
            if (decided > 0)
            {
                await FrontDecisions.KeepAsync(connection, transaction, partner, action, number, decided, decision, now, cancellation);
            }

            // Whatever is now the first open one about its subject is no longer behind another.
            await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                $"""
                UPDATE ex_out_message SET next_at = @now WHERE partner = @partner AND status = 'waiting' AND next_at = '{Behind}' AND NOT EXISTS (
                    SELECT 1 FROM ex_out_message e WHERE e.partner = ex_out_message.partner AND e.subject = ex_out_message.subject
                    AND e.number < ex_out_message.number AND e.status IN ('waiting', 'dead'))
                """,
                cancellation,
                ("@partner", partner),
                ("@now", FrontText.Of(now)));
            return decided;
        },
        cancellation);
}
