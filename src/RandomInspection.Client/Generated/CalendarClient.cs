// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>calendar</c>.</summary>
public sealed class CalendarClient
{
    private readonly ApiCaller _caller;

    internal CalendarClient(ApiCaller caller) => _caller = caller;

    /// <summary>在用的日历 · The calendar in use</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<CalendarResource>> ReadAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<CalendarResource>(HttpMethod.Get, $"/api/v1/calendar", null, null, null, cancellation);

    /// <summary>某日是否工作日 · Whether a day is a working day</summary>
    /// <param name="day">Needed: <c>day</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DayResource>> DayAsync(string day, CancellationToken cancellation = default) =>
        _caller.SendAsync<DayResource>(HttpMethod.Get, $"/api/v1/calendar/days/{ApiCaller.Segment(day)}", null, null, null, cancellation);

    /// <summary>公示期限 · A deadline to publish</summary>
    /// <param name="occasion">Needed: <c>occasion</c>.</param>
    /// <param name="eventDay">Needed: <c>eventDay</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DeadlineResource>> DeadlineAsync(DisclosureOccasion occasion, string eventDay, CancellationToken cancellation = default) =>
        _caller.SendAsync<DeadlineResource>(HttpMethod.Get, ApiCaller.Query($"/api/v1/calendar/deadlines", ("occasion", occasion), ("eventDay", eventDay)), null, null, null, cancellation);

    /// <summary>装入放假通知 · Load holiday notices</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> LoadNoticesAsync(NoticesBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/calendar/notices", body, key, tag, cancellation);
}
