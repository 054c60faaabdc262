using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Answers 404 for a matter that is not there before anything else of the request is looked at, exactly as for one that is secret: nobody learns of a secret by what is refused first.</summary>
internal sealed class ApiMatters(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ILedger ledger, ReaderViews readable)
    {
        if (ApiPaths.IsApi(context.Request.Path) && context.GetEndpoint() is RouteEndpoint && !await ExistsAsync(context, ledger, readable))
        {
            throw ApiCall.NothingHere();
        }

        await next(context);
    }

    /// <summary>The stream of a ceremony, a draw's or a match's.</summary>
    public static string CeremonyStream(string ceremony) => ceremony.StartsWith('M') ? $"match/{ceremony}" : $"draw/{ceremony}";

    private static async Task<bool> ExistsAsync(HttpContext context, ILedger ledger, ReaderViews readable)
    {
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

        async Task<bool> StandsAsync(string stream) => await ledger.VersionAsync(stream, context.RequestAborted) > 0;
    }
}
