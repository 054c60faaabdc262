using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RandomInspection.Web.Shared;

/// <summary>How many streams of events are open, in all and for one reader: whoever is signed in, or an address without.</summary>
/// <remarks>Each asks the store again and again, and lasts as long as its reader likes; what is not bounded here nothing bounds.</remarks>
internal sealed class EventStreams(IOptions<RandomInspectionWebOptions> options)
{
    /// <summary>After how many seconds it is worth asking again.</summary>
    public const int Seconds = 10;

    // A hall that follows a draw shares one address.
    private const int ReadersOfAnAddress = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>Answers 429 instead of one stream too many.</summary>
    public static async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        EventStreams streams = http.RequestServices.GetRequiredService<EventStreams>();
        if (streams.Enter(http.RequestServices.GetRequiredService<CurrentPerson>().Person?.Id, http.Connection.RemoteIpAddress?.ToString()) is not { } slot)
        {
            Refusal refusal = WebRefusals.TooManyStreams.With(("seconds", Seconds));
            Language language = http.RequestServices.GetRequiredService<Tongue>().Language;
            http.Response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Text($"{refusal.Code} {refusal.Reason(language)} {refusal.Remedy(language)}\n", "text/plain", Encoding.UTF8, StatusCodes.Status429TooManyRequests);
        }

        http.Response.RegisterForDispose(slot);
        return await next(context);
    }

    private Slot? Enter(string? person, string? address)
    {
        string reader = person is null ? $"address:{address}" : $"person:{person}";
        int most = options.Value.MostEventStreamsOfAReader * (person is null ? ReadersOfAnAddress : 1);
        lock (_lock)
        {
            int open = _open.GetValueOrDefault(reader);
            if (open >= most || _all >= options.Value.MostEventStreams)
            {
                return null;
            }

            _open[reader] = open + 1;
            _all++;
            return new Slot(this, reader);
        }
    }

    private void Leave(string reader)
    {
        lock (_lock)
        {
            _all--;
            if (--_open[reader] == 0)
            {
                _open.Remove(reader);
            }
        }
    }

    private sealed class Slot(EventStreams streams, string reader) : IDisposable
    {
        public void Dispose() => streams.Leave(reader);
    }
}
