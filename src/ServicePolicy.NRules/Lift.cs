using System.Linq.Expressions;
using NRules.RuleModel;

namespace ServicePolicy.NRules;

/// <summary>Turns delegates into the lambda expressions of the canonical model, whose parameters are bound by name.</summary>
internal static class Lift
{
    public static LambdaExpression Condition(Func<object, bool> test, string name)
    {
        ParameterExpression parameter = Expression.Parameter(typeof(object), name);
        return Expression.Lambda(Expression.Invoke(Expression.Constant(test), parameter), parameter);
    }

    public static LambdaExpression Join(Func<object, object, bool> test, string first, string second)
    {
        ParameterExpression[] parameters = [Expression.Parameter(typeof(object), first), Expression.Parameter(typeof(object), second)];
        return Expression.Lambda(Expression.Invoke(Expression.Constant(test), parameters), parameters);
    }

    public static LambdaExpression Action(Action<IContext, object[]> action, IReadOnlyList<string> names)
    {
        ParameterExpression context = Expression.Parameter(typeof(IContext), "context");
        ParameterExpression[] matches = [.. names.Select(name => Expression.Parameter(typeof(object), name))];
        return Expression.Lambda(Expression.Invoke(Expression.Constant(action), context, Expression.NewArrayInit(typeof(object), matches)), [context, .. matches]);
    }
}
