using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Supervision;

namespace RandomInspection.Web.Shared;

/// <summary>Keeps in the ledger what is refused to somebody who has signed in because of who they are: the role, the department, or that it was their own step.</summary>
/// <remarks>The answer is the same whether it could be kept or not. Of the address only its pattern and the matter's id are kept, nothing else that was sent.</remarks>
internal sealed class AttemptWatch(RequestDelegate next, Attempts attempts, IClock clock, ILogger<AttemptWatch> log)
{
    private const int LongestId = 64;

    public async Task InvokeAsync(HttpContext context, CurrentPerson current)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context); // the page that tells of the refusal
            return;
        }

        try
        {
            await next(context);
        }
        catch (RefusalException refused) when (context.Features.Get<AttemptMark>() is not null || Attempts.Codes.Contains(refused.Refusal.Code))
        {
            await KeepAsync(context, current.Person, context.Features.Get<AttemptMark>()?.Code ?? refused.Refusal.Code);
            throw;
        }

        string? code = context.Features.Get<AttemptMark>()?.Code
            ?? (context.Response.StatusCode == StatusCodes.Status403Forbidden && context.GetEndpoint()?.Metadata.GetMetadata<RequireRoleAttribute>() is not null ? StepRefusals.RoleNeeded.Code : null);
        if (code is not null)
        {
            await KeepAsync(context, current.Person, code);
        }
    }

    private async Task KeepAsync(HttpContext context, Person? person, string code)
    {
        if (person is null || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return;
        }

        try
        {
            await attempts.KeepAsync(
                person,
                clock.GetCurrentInstant(),
                new AttemptEvent.Refused(person.DepartmentId, $"{context.Request.Method} {endpoint.RoutePattern.RawText}", IdIn(context.Request.RouteValues, endpoint.RoutePattern), code),
                CancellationToken.None);
        }
        catch (RefusalException failure)
        {
            log.AttemptNotKept(failure.Refusal.Code, code);
        }
    }

    /// <summary>The first of the address that is written as an id.</summary>
    private static string? IdIn(RouteValueDictionary values, RoutePattern pattern) => pattern.Parameters
        .Select(parameter => values[parameter.Name] as string)
        .FirstOrDefault(text => text is { Length: > 0 and <= LongestId } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'));
}
