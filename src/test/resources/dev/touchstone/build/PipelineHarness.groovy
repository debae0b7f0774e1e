import com.lesfurets.jenkins.unit.BasePipelineTest
import java.util.function.Function

/**
 * Executes a declarative Jenkinsfile. JenkinsPipelineUnit runs the script and records every step; what it knows nothing
 * of is the declarative part: stages that are skipped after a failure, conditions, and what is done afterwards.
 *
 * Takes [file, params, failing: part of a sh command, results: what readJSON returns, secrets: id to value] and returns
 * [status, steps: [[name, argument, env]], error]. Both are maps of plain Java objects, since the caller lives in another
 * class loader.
 */
class PipelineHarness extends BasePipelineTest implements Function<Map, Map> {
    private static final List WORST_LAST = ['SUCCESS', 'UNSTABLE', 'FAILURE']

    private final List<Map> steps = []
    private Map params = [:]
    private Map env = [:]
    private String status = 'SUCCESS'
    private String error
    private boolean skipped

    @Override
    Map apply(Map run) {
        setUp()
        params = new LinkedHashMap(run.params)
        declarative()
        credentials(run.secrets ?: [:])
        shell(run.failing)
        results(run.results)
        ['junit', 'archiveArtifacts', 'publishHTML', 'allure'].each { record(it) }
        binding.setVariable('params', params)
        runScript(run.file)
        return [status: status, steps: steps, error: error]
    }

    private void declarative() {
        binding.setVariable('any', 'any')
        allow('agent', [String]) {}
        allow('logRotator', [Map]) { it }
        allow('buildDiscarder', [Map]) {}
        allow('disableConcurrentBuilds', []) {}
        allow('timeout', [Map]) {}
        allow('string', [Map]) {
            if (it.containsKey('defaultValue') && !params.containsKey(it.name)) {
                params[it.name] = it.defaultValue
            }
            return it
        }
        ['pipeline', 'options', 'parameters', 'stages', 'script'].each { name ->
            allow(name, [Closure]) { run(it) }
        }
        allow('stage', [String, Closure]) { String name, Closure body ->
            if (status != 'FAILURE') {
                skipped = false
                run(body)
            }
        }
        allow('when', [Closure]) { run(it) }
        allow('expression', [Closure]) { skipped = skipped || !run(it) }
        allow('steps', [Closure]) {
            if (!skipped) {
                attempt(it)
            }
        }
        allow('post', [Closure]) {
            if (!skipped) {
                run(it)
            }
        }
        allow('always', [Closure]) { attempt(it) }
        allow('success', [Closure]) {
            if (status == 'SUCCESS') {
                attempt(it)
            }
        }
        allow('unstable', [String]) {
            record('unstable', it)
            worsen('UNSTABLE')
        }
        allow('error', [String]) { throw new IllegalStateException(it.toString()) }
    }

    private void credentials(Map secrets) {
        allow('withEnv', [List, Closure]) { List pairs, Closure body ->
            within(pairs.collectEntries { it.toString().split('=', 2).toList() }, body)
        }
        allow('withCredentials', [List, Closure]) { List bindings, Closure body ->
            within(bindings.collectEntries { [(it.variable): secrets[it.credentialsId]] }, body)
        }
    }

    private void shell(String failing) {
        allow('sh', [String]) {
            record('sh', it)
            if (failing != null && it.contains(failing)) {
                throw new IllegalStateException('script returned exit code 1')
            }
        }
    }

    private void results(Map results) {
        allow('readJSON', [Map]) {
            if (results == null) {
                throw new FileNotFoundException(it.file.toString())
            }
            return results
        }
    }

    private void record(String name) {
        allow(name, [Map]) { record(name, it) }
        allow(name, [String]) { record(name, it) }
    }

    private void record(String name, Object argument) {
        steps << [name: name, argument: argument.toString(), env: new LinkedHashMap(env)]
    }

    private void within(Map more, Closure body) {
        Map before = env
        env = before + more
        try {
            run(body)
        } finally {
            env = before
        }
    }

    private void attempt(Closure body) {
        try {
            run(body)
        } catch (Exception e) {
            error = e.message
            worsen('FAILURE')
        }
    }

    private void worsen(String to) {
        status = [status, to].max { WORST_LAST.indexOf(it) }
    }

    private Object run(Closure body) {
        return helper.callClosure(body)
    }

    private void allow(String name, List<Class> types, Closure action) {
        helper.registerAllowedMethod(name, types, action)
    }
}
