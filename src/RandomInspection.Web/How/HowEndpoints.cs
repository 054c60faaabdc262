using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RandomInspection.Web.How;

/// <summary>The files of the worked example, to follow it by hand.</summary>
internal static class HowEndpoints
{
    public static void MapHow(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        "/how/example/{file}",
        static (string file) => WorkedDraw.Bytes(file) is { } bytes ? Results.File(bytes, file.EndsWith(".tsv", StringComparison.Ordinal) ? "text/tab-separated-values; charset=utf-8" : "application/json; charset=utf-8", file) : Results.NotFound());
}
