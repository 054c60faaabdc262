using Microsoft.AspNetCore.Http;

namespace RandomInspection.Web.Api;

/// <summary>The status of a refusal: what is not there is 404, what is not one's own 403, what has moved on 409, what cannot be 422, a store that fails 503.</summary>
internal static class ApiStatus
{
    public static int Of(RefusalException refused) => refused switch
    {
        AppendConflictException or TransitionRefusedException => StatusCodes.Status409Conflict,
        StoreFailedException => StatusCodes.Status503ServiceUnavailable,
        _ => Of(refused.Refusal.Code),
    };

    private static int Of(string code) => code switch
    {
        // No such task, plan, draw, visit, replacement, recusal, duty, entry, special directory, checkpoint.
        "RI2009" or "RI2010" or "RI2011" or "RI2314" or "RI6018" or "RI6019" or "RI9056" => StatusCodes.Status404NotFound,
        "RI2012" or "RI2013" or "RI9062" or "RI9063" => StatusCodes.Status403Forbidden,
        "RI9054" or "RI9071" or "RI9076" => StatusCodes.Status400BadRequest,
        "RI9055" or "RI9064" => StatusCodes.Status401Unauthorized,
        "RI9070" or "RI9072" => StatusCodes.Status409Conflict,
        "RI3039" => StatusCodes.Status429TooManyRequests,
        "RI9074" => StatusCodes.Status428PreconditionRequired,
        "RI9075" => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
