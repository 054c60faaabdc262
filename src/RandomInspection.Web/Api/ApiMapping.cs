using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Maps operations: what carries out a step of the domain, and what is read.</summary>
internal static class ApiMapping
{
    /// <summary>The largest body of an operation, unless it takes files.</summary>
    public const long MostBytes = 1L << 20;

    /// <summary>An operation that carries out a step: its roles and names are the step's, its key and version are asked for, its answer is a receipt.</summary>
    /// <param name="group">The feature.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="name">What the operation is called in the feature, for example <c>plans.approve</c>.</param>
    /// <param name="operation">The step, on which stream.</param>
    /// <param name="handler">Calls the workflow.</param>
    public static RouteHandlerBuilder MapStep(this RouteGroupBuilder group, string pattern, string name, StepOperation operation, Delegate handler) =>
        group.MapPost(pattern, handler)
            .WithName(name)
            .WithMetadata(operation, new ApiWords(operation.Step.Chinese, operation.Step.English), new BodyLimit(MostBytes))
            .RequireAuthorization(new RequireRoleAttribute([.. operation.Step.Roles]))
            .AddEndpointFilter<CommandFilter>()
            .Produces<Receipt>()
            .Refuses(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429);

    /// <summary>An operation that reads.</summary>
    /// <param name="group">The feature.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="name">What the operation is called in the feature, for example <c>plans.list</c>.</param>
    /// <param name="words">What it is called.</param>
    /// <param name="handler">Reads.</param>
    /// <param name="roles">Whom it is for; nobody named is everybody.</param>
    public static RouteHandlerBuilder MapRead(this RouteGroupBuilder group, string pattern, string name, ApiWords words, Delegate handler, params Role[] roles) =>
        For(group.MapGet(pattern, handler).WithName(name).WithMetadata(words).Refuses(roles.Length == 0 ? [400, 404, 429] : [400, 401, 403, 404, 429]), roles);

    /// <summary>An operation that is no step of the domain: it computes something from what is sent, or steers a computation. The log does not change, and done twice it is as done once.</summary>
    /// <param name="group">The feature.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="name">What the operation is called in the feature.</param>
    /// <param name="words">What it is called.</param>
    /// <param name="handler">Computes, or steers.</param>
    /// <param name="roles">Whom it is for; nobody named is everybody.</param>
    public static RouteHandlerBuilder MapTrial(this RouteGroupBuilder group, string pattern, string name, ApiWords words, Delegate handler, params Role[] roles) =>
        For(group.MapPost(pattern, handler).WithName(name).WithMetadata(words, new BodyLimit(MostBytes)).AddEndpointFilter<SoundBody>().Refuses(400, 401, 403, 404, 413, 415, 422, 429), roles);

    private static RouteHandlerBuilder For(RouteHandlerBuilder operation, Role[] roles) =>
        roles.Length == 0 ? operation : operation.RequireAuthorization(new RequireRoleAttribute(roles));

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses)
        {
            operation.Produces<ApiProblem>(status, ApiProblems.MediaType);
        }

        return operation;
    }
}

/// <summary>What an operation is called.</summary>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
internal sealed record ApiWords(string Chinese, string English);

/// <summary>That a parameter of the path or the query is a name of an enumeration, which some body has too.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Of">The enumeration.</param>
internal sealed record NamedValue(string Parameter, Type Of);

/// <summary>How large a body an operation takes.</summary>
/// <param name="MaxRequestBodySize">Bytes.</param>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
