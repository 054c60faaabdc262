using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>The description of the interface: words and examples in both languages, who may, which headers a change needs.</summary>
internal static class ApiDescription
{
    /// <summary>The roles of which one is needed, on an operation; none for everybody.</summary>
    public const string RolesExtension = "x-roles";

    /// <summary>The step of the domain that an operation carries out.</summary>
    public const string StepExtension = "x-step";

    /// <summary>That an operation asks for a fresh sign-in (RI9064).</summary>
    public const string ProofExtension = "x-fresh-sign-in";

    private const string ProblemResponse = "Problem";

    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["plan"] = "P2026-001",
        ["task"] = "P2026-001-T01",
        ["ceremony"] = "D2026-0001",
        ["draw"] = "D2026-0001",
        ["match"] = "M2026-0001",
        ["visit"] = "P2026-001-T01-V0001",
        ["recusal"] = "R2026-0001",
        ["duty"] = "plan-P2026-001",
        ["entry"] = "L2026-0001",
        ["department"] = "scjg",
        ["item"] = "SCJG-01",
        ["directory"] = "S2026-001",
        ["inspector"] = "I001",
        ["subject"] = "91210100MA0P1XXX0X",
        ["unit"] = "91210100MA0P1XXX0X",
        ["day"] = "2026-10-01",
        ["number"] = "1",
        ["kind"] = "method",
        ["sequence"] = "1",
        ["size"] = "8",
        ["digest"] = new string('0', 64),
    };

    /// <summary>Days and moments by their formats, which the generator does not know.</summary>
    public static Task ShapeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        Type? inner = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        Type type = inner ?? context.JsonTypeInfo.Type;
        string? format = type == typeof(LocalDate) ? "date" : type == typeof(Instant) ? "date-time" : null;
        if (format is not null)
        {
            schema.Type = inner is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = format;
            schema.Properties?.Clear();
            schema.Required?.Clear();
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. (schema.Enum ?? []).Where(one => one is not null)]; // where it may be left out says so itself
        }

        return Task.CompletedTask;
    }

    /// <summary>Names, roles, headers and examples of an operation.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiWords>().LastOrDefault() is { } words)
        {
            operation.Summary = $"{words.Chinese} · {words.English}";
        }

        RequireRoleAttribute? roles = metadata.OfType<RequireRoleAttribute>().LastOrDefault();
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions[RolesExtension] = new JsonNodeExtension(new JsonArray([.. (roles?.AnyOf ?? []).Select(role => (JsonNode)role.ToString())]));
        operation.Description = roles is null
            ? "任何人均可读取。Anybody may read this."
            : $"岗位 Roles: {string.Join("、", roles.AnyOf.Select(role => $"{RoleText.Name(role, Language.Chinese)} {RoleText.Name(role, Language.English)}"))}";
        operation.Security = roles is null
            ? []
            : [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
            ];
        operation.Parameters ??= [];
        foreach (OpenApiParameter parameter in operation.Parameters.OfType<OpenApiParameter>().Where(one => Ids.ContainsKey(one.Name ?? "")))
        {
            parameter.Example = Ids[parameter.Name!];
        }

        foreach (NamedValue named in metadata.OfType<NamedValue>())
        {
            operation.Parameters.OfType<OpenApiParameter>().Single(one => one.Name == named.Parameter).Schema = new OpenApiSchemaReference(named.Of.Name, context.Document);
        }

        if (metadata.OfType<StepOperation>().LastOrDefault() is { } step)
        {
            operation.Extensions[StepExtension] = new JsonNodeExtension(step.Step.Name);
            if (step.NeedsProof)
            {
                operation.Extensions[ProofExtension] = new JsonNodeExtension(JsonValue.Create(true));
                operation.Description += "；须由本人新近登录过，needs a fresh sign-in of the person (RI9064)";
            }

            operation.Parameters.Add(Header(
                CommandFilter.KeyHeader, true, "每次办理一个新键，重发同一次办理沿用原键。A new key for each step; the same one when the same step is sent again.", "6f1d3c0a-7d51-4c86-9a56-1c8d2f6e7b10"));
            if (step.Stream is not null)
            {
                operation.Parameters.Add(Header("If-Match", true, "读取时所得的 ETag；不在意版本的用 *。The ETag that was read; * for any version.", "\"3\""));
            }
        }

        Examples(operation, metadata, context.Document);
        return Task.CompletedTask;
    }

    /// <summary>What the interface is, and how one signs in.</summary>
    public static Task IntroduceAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "双随机、一公开 · RandomInspection",
            Version = "v1",
            Description = "错误按 RFC 9457 答复，带 RI 代码；语言随 Accept-Language（中文为先）。Refusals are RFC 9457 problem details with RI codes, in the language of Accept-Language (Chinese first).",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal) { [ProblemResponse] = Problem(document) };
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "管理员在设置中登记的令牌。A token that the administrator has configured." },
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "ri-session", Description = "登录会话，仅限本站页面。The session of a sign-in, for this site's own pages." },
        };
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static void Examples(OpenApiOperation operation, IList<object> metadata, OpenApiDocument? document)
    {
        Type? body = metadata.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType;
        if (body is not null && typeof(IApiBody).IsAssignableFrom(body) && operation.RequestBody?.Content is { } sent)
        {
            foreach (OpenApiMediaType media in sent.Values.OfType<OpenApiMediaType>())
            {
                media.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
                {
                    ["zh-CN"] = new OpenApiExample { Summary = "中文", Value = Example(body, nameof(IApiBody<>.Chinese)) },
                    ["en"] = new OpenApiExample { Summary = "English", Value = Example(body, nameof(IApiBody<>.English)) },
                };
            }
        }

        foreach (string status in (operation.Responses ?? []).Keys.Where(status => status[0] is '4' or '5').ToArray())
        {
            operation.Responses![status] = new OpenApiResponseReference(ProblemResponse, document);
        }
    }

    private static OpenApiResponse Problem(OpenApiDocument document) => new()
    {
        Description = "拒绝，带 RI 代码（RFC 9457）。Refused, with an RI code (RFC 9457).",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ApiProblems.MediaType] = new()
            {
                Schema = new OpenApiSchemaReference(nameof(ApiProblem), document),
                Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
                {
                    ["zh-CN"] = new OpenApiExample { Summary = "中文", Value = Problem(Language.Chinese, "未被接受") },
                    ["en"] = new OpenApiExample { Summary = "English", Value = Problem(Language.English, "Not accepted") },
                },
            },
        },
    };

    private static JsonNode? Example(Type body, string property) =>
        JsonSerializer.SerializeToNode(body.GetProperty(property)!.GetValue(null), body, ApiJson.Options);

    private static JsonNode? Problem(Language language, string title)
    {
        Refusal refusal = ApiRefusals.OtherPayload.With();
        string remedy = refusal.Remedy(language);
        return JsonSerializer.SerializeToNode(
            new ApiProblem($"urn:random-inspection:{refusal.Code}", title, 422, $"{refusal.Reason(language)}{(language == Language.Chinese ? "" : " ")}{remedy}", refusal.Code, remedy, "00000000000000000000000000000000"),
            ApiJson.Options);
    }
}
