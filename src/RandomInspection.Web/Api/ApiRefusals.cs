namespace RandomInspection.Web.Api;

/// <summary>What the API refuses before the domain is asked, and as what it answers what went wrong.</summary>
internal static class ApiRefusals
{
    public static readonly RefusalDefinition Malformed = new(
        "RI9054",
        "请求不符合接口说明：{where}。",
        "The request does not fit the description of the interface: {where}.",
        "请对照 /openapi/v1.json 检查该处的名称、类型与是否必填。",
        "Compare name, type and whether it is required with /openapi/v1.json.");

    public static readonly RefusalDefinition SignInFirst = new(
        "RI9055",
        "此操作须先登录，或所附令牌无效。",
        "This needs a sign-in, or the token is not known.",
        "请登录，或以 Authorization: Bearer 附上管理员配置的令牌。",
        "Sign in, or send a token that the administrator has configured as Authorization: Bearer.");

    public static readonly RefusalDefinition NothingHere = new(
        "RI9056",
        "此处没有内容，或尚未公开。",
        "There is nothing here, or it is not public yet.",
        "请检查地址与编号。",
        "Check the address and the number.");

    public static readonly RefusalDefinition MethodNotAllowed = new(
        "RI9057",
        "此地址不接受 {method} 方法。",
        "This address does not take the method {method}.",
        "可用的方法见 Allow 头。",
        "The header Allow says which it takes.");

    public static readonly RefusalDefinition TooLarge = new(
        "RI9058",
        "提交的内容超过此接口的上限。",
        "That is larger than this operation takes.",
        "请缩小内容；上限见接口说明。",
        "Make it smaller; the description of the interface says how large it may be.");

    public static readonly RefusalDefinition MediaType = new(
        "RI9059",
        "不接受这种内容类型。",
        "This media type is not taken.",
        "请用接口说明中的 Content-Type，一般为 application/json。",
        "Use the Content-Type of the description, as a rule application/json.");

    public static readonly RefusalDefinition TooMany = new(
        "RI9060",
        "请求过于频繁。",
        "There are too many requests.",
        "请在 Retry-After 所示秒数之后再发。",
        "Send again after the seconds that Retry-After names.");

    public static readonly RefusalDefinition Failure = new(
        "RI9061",
        "系统出现故障，没有任何内容被改动。",
        "Something failed here; nothing was changed.",
        "请稍后以同一 Idempotency-Key 再试；如仍出现，请告知管理员 traceId。",
        "Try again later with the same Idempotency-Key; if it happens again, tell the administrator the traceId.");

    public static readonly RefusalDefinition CrossSite = new(
        "RI9062",
        "以登录会话发出的更改请求只接受来自本站页面的。",
        "A request that changes something by a session's cookie is taken from this site's own pages only.",
        "程序请使用令牌（Authorization: Bearer）。",
        "A program uses a token (Authorization: Bearer).");

    public static readonly RefusalDefinition RoleNeeded = new(
        "RI9063",
        "此接口需要“{rolesZh}”岗位，当前人员没有这一岗位。",
        "This operation is for the role {rolesEn}; the person does not hold it.",
        "请以具有该岗位的人员的身份调用。",
        "Call it as a person who holds it.");

    public static readonly RefusalDefinition ProofNeeded = new(
        "RI9064",
        "抽取、匹配及其冻结与开启，须由本人在 {minutes} 分钟内确认过身份。",
        "Freezing, opening, drawing and matching need a person who has proved within {minutes} minutes who they are.",
        "请本人在本站登录或在 /account/again 再次确认身份，再以原键重发。",
        "The person signs in at this site, or confirms anew at /account/again; then send it again with the same key.");

    public static readonly RefusalDefinition KeyMissing = new(
        "RI9071",
        "更改类请求须附 Idempotency-Key（1 至 200 个可见 ASCII 字符）。",
        "A request that changes something needs an Idempotency-Key of 1 to 200 visible ASCII characters.",
        "请为每次办理生成一个新的键，重发时沿用原键。",
        "Make a new key for each step, and use it again when you send the same step again.");

    public static readonly RefusalDefinition UnderWay = new(
        "RI9072",
        "同一请求（Idempotency-Key 相同）正在办理。",
        "The same request (by its Idempotency-Key) is being carried out.",
        "请稍后重发，即得到其答复。",
        "Send it again in a moment; you get its answer.");

    public static readonly RefusalDefinition OtherPayload = new(
        "RI9073",
        "此 Idempotency-Key 已用于另一请求。",
        "This Idempotency-Key belongs to another request.",
        "请为新的请求生成新的键。",
        "Make a new key for a new request.");

    public static readonly RefusalDefinition VersionMissing = new(
        "RI9074",
        "更改已有内容须附 If-Match，说明所依据的版本。",
        "A change of what exists needs If-Match, which says on which version it rests.",
        "请先读取，并把答复的 ETag 原样作为 If-Match；确不在意版本的用 *。",
        "Read it first and send the ETag of the answer as If-Match; use * where the version does not matter.");

    public static readonly RefusalDefinition ChangedSince = new(
        "RI9075",
        "内容在读取之后已经变化（依据 {asked}，现为第 {version} 步），本次未办理。",
        "It has changed since it was read (it rests on {asked}, the version is {version} now); nothing was done.",
        "请重新读取，核对后再办理。",
        "Read it again and look at it before you act.");

    public static readonly RefusalDefinition MalformedCursor = new(
        "RI9076",
        "翻页参数有误：{name} 为“{value}”。",
        "The page cannot be found: {name} is \"{value}\".",
        "after 用上一页答复中的 next；limit 为 1 至 200。",
        "after is the next of the page before; limit is 1 to 200.");
}
