using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Answers everything that is refused below <c>/api</c> as problem details, in the language asked for, with a code.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    public const string MediaType = "application/problem+json";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiPaths.IsApi(context.Request.Path))
        {
            await AnswerPagesAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (RefusalException refused) when (!context.Response.HasStarted)
        {
            int status = ApiStatus.Of(refused);

            // What is not there and what is not public are told alike.
            await WriteAsync(context, status, status == StatusCodes.Status404NotFound ? ApiRefusals.NothingHere.With() : refused.Refusal);
            return;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, bad.StatusCode, OfStatus(context, bad.StatusCode, WhereOf(bad)));
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // nobody is there to read an answer
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            log.Failed(failure, context.Request.Method, ApiPaths.PatternOf(context), TraceOf(context));
            await WriteAsync(context, StatusCodes.Status500InternalServerError, ApiRefusals.Failure.With());
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            int status = context.Response.StatusCode;
            await WriteAsync(context, status, OfStatus(context, status, "—"));
        }
    }

    // What does not bind is thrown, so that it can be told here; of a page and its files it is the status as ever.
    private async Task AnswerPagesAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
    }

    /// <summary>Writes a refusal as the answer.</summary>
    public static Task WriteAsync(HttpContext context, int status, Refusal refusal)
    {
        Language language = ApiLanguage.Of(context);
        string remedy = refusal.Remedy(language);
        ApiProblem problem = new(
            $"urn:random-inspection:{refusal.Code}",
            TitleOf(status, language),
            status,
            $"{refusal.Reason(language)}{(language == Language.Chinese ? "" : " ")}{remedy}",
            refusal.Code,
            remedy,
            TraceOf(context));
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        context.Response.Headers.ContentLanguage = language == Language.Chinese ? "zh-CN" : "en";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return JsonSerializer.SerializeAsync(context.Response.Body, problem, ApiJson.Options, context.RequestAborted);
    }

    private static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static Refusal OfStatus(HttpContext context, int status, string where) => status switch
    {
        StatusCodes.Status401Unauthorized => ApiRefusals.SignInFirst.With(),
        StatusCodes.Status403Forbidden => RoleNeeded(context.GetEndpoint()),
        StatusCodes.Status404NotFound => ApiRefusals.NothingHere.With(),
        StatusCodes.Status405MethodNotAllowed => ApiRefusals.MethodNotAllowed.With(("method", RandomInspection.Directories.ShownText.Of(context.Request.Method))),
        StatusCodes.Status413PayloadTooLarge => ApiRefusals.TooLarge.With(),
        StatusCodes.Status415UnsupportedMediaType => ApiRefusals.MediaType.With(),
        StatusCodes.Status429TooManyRequests => ApiRefusals.TooMany.With(),
        >= 500 => ApiRefusals.Failure.With(),
        _ => ApiRefusals.Malformed.With(("where", where)),
    };

    private static Refusal RoleNeeded(Endpoint? endpoint)
    {
        Role[] roles = [.. endpoint?.Metadata.GetMetadata<RequireRoleAttribute>()?.AnyOf ?? []];
        return ApiRefusals.RoleNeeded.With(
            ("rolesZh", string.Join("”或“", roles.Select(role => RoleText.Name(role, Language.Chinese)))),
            ("rolesEn", string.Join(" or ", roles.Select(role => $"\"{RoleText.Name(role, Language.English)}\""))));
    }

    // The path inside the body, or the parameter's name: never what was sent, which may be somebody's own.
    private static string WhereOf(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { Path: { } path } => RandomInspection.Directories.ShownText.Of(path),
        JsonException => "$",
        _ => Quoted().Match(bad.Message) is { Success: true } named ? named.Groups[1].Value : "—",
    };

    private static string TitleOf(int status, Language language) => status switch
    {
        400 => language == Language.Chinese ? "请求有误" : "Malformed request",
        401 => language == Language.Chinese ? "请先登录" : "Sign in first",
        403 => language == Language.Chinese ? "没有权限" : "Not permitted",
        404 => language == Language.Chinese ? "没有找到" : "Not found",
        405 => language == Language.Chinese ? "方法不可用" : "Method not allowed",
        409 => language == Language.Chinese ? "与现状冲突" : "Conflict with the present state",
        412 => language == Language.Chinese ? "内容已变化" : "Changed meanwhile",
        413 => language == Language.Chinese ? "内容过大" : "Too large",
        415 => language == Language.Chinese ? "内容类型不受支持" : "Media type not supported",
        422 => language == Language.Chinese ? "未被接受" : "Not accepted",
        428 => language == Language.Chinese ? "缺少版本" : "Version needed",
        429 => language == Language.Chinese ? "请求过多" : "Too many requests",
        503 => language == Language.Chinese ? "暂时不可用" : "Not available for now",
        _ => language == Language.Chinese ? "系统故障" : "Failure",
    };

    [System.Text.RegularExpressions.GeneratedRegex("parameter \"[^\"]*? ?([A-Za-z]+)\"", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Quoted();
}
