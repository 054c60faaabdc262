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
}
