namespace RandomInspection.Web.Account;

internal static class AccountRefusals
{
    public static readonly RefusalDefinition DemoOutsideDevelopment = new(
        "RI9001",
        "演示人员登录只在开发环境（Development）开放，当前环境为“{environment}”。",
        "Sign-in by demo people is open in Development only; this is \"{environment}\".",
        "请为本系统配置统一身份认证后再登录。",
        "Configure a sign-in of your own for this host.");

    public static readonly RefusalDefinition UnknownPerson = new(
        "RI9002",
        "演示人员“{person}”不存在。",
        "There is no demo person \"{person}\".",
        "请从列表中选择一人。",
        "Choose somebody from the list.");

    public static readonly RefusalDefinition RoleNeeded = new(
        "RI9003",
        "此页面需要“{rolesZh}”岗位，当前登录人员没有这一岗位。",
        "This page is for the role {rolesEn}; the person signed in does not hold it.",
        "请以具有该岗位的人员登录，或联系系统管理员。",
        "Sign in as somebody who holds it, or ask the administrator.");

    public static readonly RefusalDefinition ProviderFailed = new(
        "RI9011",
        "统一身份认证未能完成登录。",
        "The sign-in at the identity provider was not completed.",
        "请重新登录；如多次失败，请联系系统管理员核对认证设置。",
        "Sign in again; if it fails repeatedly, ask the administrator to check the sign-in settings.");

    public static readonly RefusalDefinition NotStaff = new(
        "RI9012",
        "身份已确认，但该人员不在本系统的人员名单内。",
        "Your identity is confirmed, but you are not among the people of this system.",
        "请联系系统管理员，将您的人员编号加入名单。",
        "Ask the administrator to add your person id to the staff.");

    public static readonly RefusalDefinition NotProvedAgain = new(
        "RI9013",
        "未能再次确认身份：须由当前登录人员本人重新登录。",
        "You were not confirmed anew: the person who is signed in must sign in again.",
        "请以同一人员重新登录，再进行抽取。",
        "Sign in again as the same person, then go on with the draw.");

    public static RefusalDefinition? Of(SignInProblem? problem) => problem switch
    {
        SignInProblem.Provider => ProviderFailed,
        SignInProblem.NotStaff => NotStaff,
        SignInProblem.NotAgain => NotProvedAgain,
        _ => null,
    };
}
