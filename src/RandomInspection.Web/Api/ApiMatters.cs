using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Answers 404 for a matter that is not there before anything else of the request is looked at, exactly as for one that is secret: nobody learns of a secret by what is refused first.</summary>
internal sealed class ApiMatters(RequestDelegate next)
{
    private const int MostKnown = 50_000;

    // Whom a matter's stream has answered: it stands for ever, so they need not ask again. By person, so that nobody learns by the time that it takes
    // what others were answered. When they are too many, all are forgotten.
    private readonly ConcurrentDictionary<(string Person, string Stream), bool> _known = [];

    public async Task InvokeAsync(HttpContext context, ILedger ledger, ReaderViews readable)
    {
        if (!ApiPaths.IsApi(context.Request.Path) || context.GetEndpoint() is not RouteEndpoint)
        {
            await next(context);
            return;
        }

        List<(string Person, string Stream)> asked = [];
        if (!await ExistsAsync(context, ledger, readable, asked))
        {
            throw ApiCall.NothingHere();
        }

        await next(context);
        if (asked.Count > 0 && context.Response.StatusCode < StatusCodes.Status300MultipleChoices)
        {
            Remember(asked);
        }
    }

    /// <summary>The stream of a ceremony, a draw's or a match's.</summary>
    public static string CeremonyStream(string ceremony) => ceremony.StartsWith('M') ? $"match/{ceremony}" : $"draw/{ceremony}";

    private async Task<bool> ExistsAsync(HttpContext context, ILedger ledger, ReaderViews readable, List<(string Person, string Stream)> asked)
    {
        string? person = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        foreach ((string name, object? value) in context.Request.RouteValues)
        {
            string id = value as string ?? "";
            bool exists = name switch
            {
                "task" => await readable.FindAsync<TaskView>(id, context.RequestAborted) is not null,
                "plan" => await StandsAsync($"plan/{id}"),
                "draw" or "match" or "ceremony" => await StandsAsync(CeremonyStream(id)),
                "visit" => await StandsAsync($"visit/{id}"),
                "duty" => await StandsAsync($"disclosure/{id}"),
                _ => true,
            };
            if (!exists)
            {
                return false;
            }
        }

        return true;

        async Task<bool> StandsAsync(string stream)
        {
            if (person is not null && _known.ContainsKey((person, stream)))
            {
                return true;
            }

            if (person is not null)
            {
                asked.Add((person, stream));
            }

            return await ledger.VersionAsync(stream, context.RequestAborted) > 0;
        }
    }

    private void Remember(List<(string Person, string Stream)> answered)
    {
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        foreach ((string Person, string Stream) one in answered)
        {
            _known.TryAdd(one, true);
        }
    }
}
