using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace RandomInspection.Web.Api;

/// <summary>How often one may ask: a person by id, the public by address, each a window of a minute. Below <c>/api</c> only; the host's own limits are its own.</summary>
internal static class ApiLimits
{
    public static RateLimiterOptions Of(int requestsAMinute) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => !ApiPaths.IsApi(context.Request.Path)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person ? $"person {person}" : $"address {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = requestsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })),
        OnRejected = static (rejected, _) =>
        {
            int seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return new ValueTask(ApiProblems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, ApiRefusals.TooMany.With()));
        },
    };
}
